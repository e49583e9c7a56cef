package dev.throughline.connector.attestation;

import com.google.common.io.BaseEncoding;
import dev.sigstore.KeylessVerificationException;
import dev.sigstore.KeylessVerifier;
import dev.sigstore.VerificationOptions;
import dev.sigstore.bundle.Bundle;
import dev.sigstore.bundle.BundleParseException;
import dev.sigstore.trustroot.CertificateAuthority;
import dev.sigstore.trustroot.SigstoreConfigurationException;
import dev.sigstore.trustroot.SigstoreTrustedRoot;
import dev.sigstore.trustroot.TransparencyLog;
import dev.throughline.connector.support.OneLine;
import dev.throughline.model.Text;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * A trusted root of Sigstore, verified against by sigstore-java. It is loaded where a policy names a root, and nowhere
 * else. Safe for use by several threads.
 */
final class SigstoreRoot {
    private final KeylessVerifier verifier;
    private final List<TransparencyLog> logs;
    private final Set<X500Principal> authorities = new HashSet<>();

    private SigstoreRoot(SigstoreTrustedRoot root) throws GeneralSecurityException, SigstoreConfigurationException {
        verifier = KeylessVerifier.builder().trustedRootProvider(() -> root).build();
        logs = root.getTLogs();
        for (CertificateAuthority authority : root.getCAs()) {
            for (Certificate certificate : authority.getCertPath().getCertificates()) {
                authorities.add(((X509Certificate) certificate).getSubjectX500Principal());
            }
        }
    }

    /**
     * Reads a root.
     *
     * @param json a {@code trusted_root.json}
     * @throws IllegalArgumentException if it is none
     */
    static SigstoreRoot parse(byte[] json) {
        try {
            return new SigstoreRoot(SigstoreTrustedRoot.from(new ByteArrayInputStream(json)));
        } catch (GeneralSecurityException | SigstoreConfigurationException | RuntimeException e) {
            // The library lets what its parsers throw through.
            throw new IllegalArgumentException("not a trusted root of Sigstore", e);
        }
    }

    /** Whether an authority of this root has the name of the certificate's issuer. Whether it issued it is proven later. */
    boolean knows(SigningCertificate certificate) {
        return authorities.contains(certificate.certificate().getIssuerX500Principal());
    }

    /** Whether signatures are logged by those who issue certificates here. GitHub's own authority logs none. */
    boolean hasLogs() {
        return !logs.isEmpty();
    }

    /**
     * Why a bundle does not verify: its signature, certificate, certificate log, transparency log, and times.
     *
     * @param envelope the envelope in the bundle
     * @param certificate the certificate that was judged by the policy
     * @param sha256 digest of a subject of the statement, for the library asks which artifact is meant
     * @return a sentence, or null if it verifies
     */
    @Nullable
    String refusal(Envelope envelope, SigningCertificate certificate, String sha256) {
        try {
            Bundle bundle =
                    Bundle.from(new StringReader(envelope.bundle().node().toString()));
            byte[] digest = BaseEncoding.base16().decode(sha256.toUpperCase(Locale.ROOT));
            verifier.verify(digest, bundle, VerificationOptions.empty());
            return isWhatWasJudged(bundle, envelope, certificate)
                    ? LogEntry.refusal(bundle, certificate, logs)
                    : "the bundle can be read in two ways";
        } catch (BundleParseException | KeylessVerificationException | RuntimeException e) {
            // The library checks some of what a bundle says by unchecked exceptions.
            return "sigstore-java refuses it: " + reason(e);
        }
    }

    private static boolean isWhatWasJudged(Bundle bundle, Envelope envelope, SigningCertificate certificate) {
        boolean samePayload = bundle.getDsseEnvelope()
                .filter(dsse -> Arrays.equals(dsse.getPayload(), envelope.payload()))
                .isPresent();
        return samePayload && bundle.getCertPath().getCertificates().get(0).equals(certificate.certificate());
    }

    /** The innermost message is the plainest. It may quote the bundle. */
    private static String reason(Throwable thrown) {
        Throwable innermost = thrown;
        while (innermost.getCause() != null && innermost.getCause().getMessage() != null) {
            innermost = innermost.getCause();
        }
        if (innermost instanceof CertificateExpiredException || innermost instanceof CertificateNotYetValidException) {
            return "its certificate was not valid at the time of its timestamp"; // theirs depends on the time zone
        }
        String message = innermost.getMessage();
        return Text.quote(message == null ? innermost.getClass().getSimpleName() : OneLine.of(message));
    }
}
