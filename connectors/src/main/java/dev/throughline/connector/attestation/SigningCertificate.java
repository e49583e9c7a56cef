package dev.throughline.connector.attestation;

import dev.throughline.model.RepositoryUrl;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of a keyless signature: whom it was issued to, and what it says of the build. Nothing in it is proven
 * until it was verified.
 *
 * @param certificate the certificate
 * @param identity its subject alternative name: a URI or an e-mail address
 * @param extensions what Fulcio says in it, by the last number of the object identifier
 * @see <a href="https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md">Fulcio, extensions of its certificates</a>
 */
record SigningCertificate(X509Certificate certificate, String identity, Map<Integer, String> extensions) {
    private static final String FULCIO = "1.3.6.1.4.1.57264.1.";
    private static final String GITHUB = "https://token.actions.githubusercontent.com";
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

    private static final int EMAIL = 1;
    private static final int URI = 6;

    /** Extensions up to this one are bare text, later ones an UTF8String. */
    private static final int LAST_BARE = 6;

    private static final int LAST = 22;

    /**
     * Reads a certificate.
     *
     * @param der its bytes
     * @throws CertificateException if it is none, or names not exactly one identity
     */
    static SigningCertificate read(byte[] der) throws CertificateException {
        var certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        return new SigningCertificate(certificate, identity(certificate), extensions(certificate));
    }

    private static String identity(X509Certificate certificate) throws CertificateException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        List<?> name = names == null || names.size() != 1
                ? List.of()
                : names.iterator().next();
        if (name.size() == 2 && List.of(EMAIL, URI).contains(name.get(0)) && name.get(1) instanceof String identity) {
            return identity;
        }
        throw new CertificateException("names not exactly one address");
    }

    private static Map<Integer, String> extensions(X509Certificate certificate) throws CertificateException {
        Map<Integer, String> extensions = new HashMap<>();
        for (int number = 1; number <= LAST; number++) {
            byte[] wrapped = certificate.getExtensionValue(FULCIO + number);
            if (wrapped != null) {
                byte[] value = Der.content(wrapped, Der.OCTET_STRING);
                byte[] text = number <= LAST_BARE ? value : Der.content(value, Der.UTF8_STRING);
                extensions.put(number, new String(text, StandardCharsets.UTF_8));
            }
        }
        return Map.copyOf(extensions);
    }

    boolean mayBeOfCode() throws CertificateException {
        List<String> uses = certificate.getExtendedKeyUsage();
        return uses != null && uses.contains(CODE_SIGNING);
    }

    @Nullable
    String issuer() {
        return newer(8, extension(1));
    }

    /** Address of the workflow that was run, which may be one of another repository. */
    @Nullable
    String buildSigner() {
        return extension(9);
    }

    /** {@code github-hosted} or {@code self-hosted}. */
    @Nullable
    String runner() {
        return extension(11);
    }

    /** Canonical address of the repository whose workflow was triggered, or the address as it stands. */
    @Nullable
    String repository() {
        String named = extension(5);
        String address = newer(12, named == null || !isOfGitHub() ? null : "https://github.com/" + named);
        try {
            return address == null ? null : RepositoryUrl.parse(address).toString();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    @Nullable
    String commit() {
        return newer(13, extension(3));
    }

    @Nullable
    String ref() {
        return newer(14, extension(6));
    }

    /** What the platform calls the repository whatever its name is. */
    @Nullable
    String repositoryId() {
        return extension(15);
    }

    /** Address of the workflow that was triggered, with its ref. */
    @Nullable
    String buildConfig() {
        return extension(18);
    }

    @Nullable
    String run() {
        return extension(21);
    }

    /** Whether the identity is a workflow of the very repository that the certificate names. */
    boolean isOfItsRepository() {
        String source = extension(12);
        return source != null && identity.startsWith(source + "/");
    }

    private boolean isOfGitHub() {
        String issuer = issuer();
        return GITHUB.equals(issuer) || (issuer != null && issuer.startsWith(GITHUB + "/"));
    }

    private @Nullable String newer(int number, @Nullable String older) {
        String value = extension(number);
        return value == null ? older : value;
    }

    private @Nullable String extension(int number) {
        return extensions.get(number);
    }
}
