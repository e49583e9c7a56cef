package dev.throughline.connector.kubernetes;

import com.google.common.net.InetAddresses;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.PublicAddress;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The addresses under which something in a cluster answers to the outside. */
final class PublicAddresses {
    private static final Pattern HOST_OR_ADDRESS = Pattern.compile("[A-Za-z0-9._:*-]{1,253}");

    private PublicAddresses() {}

    /**
     * Leads public addresses to what answers there.
     *
     * @param addresses IP addresses and host names
     * @param target what answers
     * @param properties properties of the relations
     * @param sink takes the facts
     */
    static void route(List<String> addresses, AssetKey target, Map<String, String> properties, FactSink sink) {
        for (String address : addresses) {
            if (isPublic(address)) {
                String name = address.toLowerCase(Locale.ROOT);
                AssetKey key = AssetKey.of(AssetKind.PUBLIC_ADDRESS, name);
                sink.accept(new PublicAddress(key, name));
                sink.accept(new Relation(key, RelationType.ROUTES_TO, target, properties));
            }
        }
    }

    /** Whether an address is not one of a private network (RFC 1918, RFC 4193, RFC 6598). No name is resolved. */
    private static boolean isPublic(String address) {
        if (!InetAddresses.isInetAddress(address)) {
            return HOST_OR_ADDRESS.matcher(address).matches();
        }
        InetAddress ip = InetAddresses.forString(address);
        byte[] bytes = ip.getAddress();
        boolean shared = ip instanceof Inet4Address && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return !ip.isSiteLocalAddress()
                && !ip.isLoopbackAddress()
                && !ip.isLinkLocalAddress()
                && !ip.isAnyLocalAddress()
                && !shared
                && !uniqueLocal;
    }
}
