package dev.throughline.graph;

import com.google.common.collect.ImmutableSet;
import com.google.common.net.InetAddresses;
import dev.throughline.model.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Checks the address of a server before a password is sent to it. */
final class ServerAddress {
    private static final Set<String> PLAINTEXT = ImmutableSet.of("bolt", "neo4j");
    private static final Set<String> ENCRYPTED = ImmutableSet.of("bolt+s", "neo4j+s");
    private static final Set<String> TRUSTING_ANYBODY = ImmutableSet.of("bolt+ssc", "neo4j+ssc");

    private ServerAddress() {}

    static URI check(String text, boolean allowPlaintext) {
        URI uri = parse(text);
        String scheme = uri.getScheme();
        if (ENCRYPTED.contains(scheme) || (PLAINTEXT.contains(scheme) && allowPlaintext)) {
            return uri;
        }
        if (TRUSTING_ANYBODY.contains(scheme)) {
            throw new IllegalArgumentException("'" + Text.quote(text) + "' would trust any certificate, that of an"
                    + " attacker too: use " + scheme.substring(0, scheme.length() - 2)
                    + "://, and name the certificate to trust in the settings");
        }
        if (!PLAINTEXT.contains(scheme)) {
            throw new IllegalArgumentException(
                    "'" + Text.quote(text) + "' does not start with neo4j+s:// or bolt+s://");
        }
        if (!isLoopback(uri.getHost())) {
            throw new IllegalArgumentException("'" + Text.quote(text) + "' would send the password and the graph"
                    + " unencrypted to another machine: use " + scheme + "+s://, or allow plain text");
        }
        // By neo4j:// the server names further machines, to which the driver would send the password as well.
        return URI.create("bolt" + text.substring(scheme.length()));
    }

    /**
     * The address without the {@code +s}: the driver wants to be told whom to trust either by the scheme or otherwise.
     *
     * @throws IllegalArgumentException if there is none
     */
    static URI withoutEncryption(URI uri) {
        if (!ENCRYPTED.contains(uri.getScheme())) {
            throw new IllegalArgumentException("'" + uri + "' does not use certificates: " + uri.getScheme()
                    + "+s:// would, or trust none in the settings");
        }
        return URI.create(uri.toString().replaceFirst("\\+s:", ":"));
    }

    private static URI parse(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            // Not as the cause: it repeats the text, which may hold a password.
            throw new IllegalArgumentException("the address of the server is not a URI: " + e.getReason());
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the address of the server holds a user or password: pass them separately");
        }
        if (uri.getScheme() == null || uri.getHost() == null) {
            throw new IllegalArgumentException("'" + Text.quote(text) + "' is not the address of a server");
        }
        return uri;
    }

    /** Names are not resolved: who answers for a name may change after the check. */
    private static boolean isLoopback(String host) {
        if (InetAddresses.isUriInetAddress(host)) {
            return InetAddresses.forUriString(host).isLoopbackAddress();
        }
        return host.equals("localhost");
    }
}
