package dev.throughline.connector.attestation;

import com.google.common.io.BaseEncoding;
import dev.sigstore.bundle.Bundle;
import dev.sigstore.encryption.certificates.Certificates;
import dev.sigstore.rekor.client.RekorEntry;
import dev.sigstore.rekor.client.RekorParseException;
import dev.sigstore.trustroot.TransparencyLog;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What sigstore-java 2.0.0 leaves to its callers: that the certificate was valid when the log took the entry, that the
 * log was trusted then, that the entry is of this certificate and its proof of the tree of its checkpoint, and that the
 * certificate is one to sign code with (Sigstore Client Specification, <em>Verification</em>).
 */
final class LogEntry {
    private static final JsonLimits LIMITS = JsonLimits.DEFAULT.withBytes(16 << 20);

    private LogEntry() {}

    /** What is wrong with the entry of a bundle that sigstore-java accepted; null if nothing is. */
    static @Nullable String refusal(Bundle bundle, SigningCertificate signer, List<TransparencyLog> logs) {
        X509Certificate certificate = signer.certificate();
        RekorEntry entry = bundle.getEntries().get(0);
        try {
            if (!signer.mayBeOfCode()) {
                return "its certificate is not one to sign code with";
            }
            if (!isOf(certificate, entry)) {
                return "its log entry is of another certificate";
            }
            if (!isProvenInItsTree(entry)) {
                return "its inclusion proof is of another tree than its checkpoint";
            }
            return timeRefusal(bundle, entry, certificate, logs);
        } catch (CertificateException | IOException | RekorParseException e) {
            return "its log entry cannot be read";
        }
    }

    /** A time without a promise of the log is not signed. Timestamps of an authority were checked by the library. */
    private static @Nullable String timeRefusal(
            Bundle bundle, RekorEntry entry, X509Certificate certificate, List<TransparencyLog> logs)
            throws CertificateException {
        String promise = entry.getVerification().getSignedEntryTimestamp();
        if (promise == null || promise.isEmpty()) {
            return bundle.getTimestamps().isEmpty() ? "nobody vouches for the time of its signature" : null;
        }
        Instant logged = entry.getIntegratedTimeInstant();
        Instant begin = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        if (logged.isBefore(begin) || logged.isAfter(end)) {
            return "it was logged at " + logged + ", and its certificate was valid from " + begin + " to " + end;
        }
        return TransparencyLog.find(logs, logId(entry), logged).isPresent()
                ? null
                : "it was logged at " + logged + ", when its log was not trusted";
    }

    private static boolean isProvenInItsTree(RekorEntry entry) throws RekorParseException {
        RekorEntry.InclusionProof proof = entry.getVerification().getInclusionProof();
        return proof.getTreeSize().equals(proof.parsedCheckpoint().getSize());
    }

    private static byte[] logId(RekorEntry entry) {
        return BaseEncoding.base16().lowerCase().decode(entry.getLogID());
    }

    /** Entries of version 0.0.2 were compared by the library. */
    private static boolean isOf(X509Certificate certificate, RekorEntry entry)
            throws IOException, CertificateException {
        Fields body = Json.parse(Base64.getDecoder().decode(entry.getBody()), "log entry", LIMITS);
        if (!"0.0.1".equals(body.text("apiVersion"))) {
            return true;
        }
        Fields signature = body.object("spec").list("signatures").get(0);
        byte[] verifier = Base64.getDecoder().decode(signature.requiredText("verifier"));
        return Certificates.fromPem(verifier).equals(certificate);
    }
}
