package dev.throughline.connector.attestation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;

/** Signatures by key on DSSE envelopes (DSSE 1.0, protocol.md). */
final class DsseSignature {
    private DsseSignature() {}

    /** Whether a key made one of the signatures. The {@code keyid} is a hint that anybody can write, and not looked at. */
    static boolean isBy(PublicKey key, Envelope envelope) {
        return envelope.signatures().stream().anyMatch(signature -> holds(key, envelope.payload(), signature));
    }

    private static boolean holds(PublicKey key, byte[] payload, String signature) {
        try {
            Signature verifier = Signature.getInstance(algorithm(key));
            verifier.initVerify(key);
            verifier.update(header(payload.length));
            verifier.update(payload);
            return verifier.verify(Envelope.decoded(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // not a signature of this algorithm, or not base64
        }
    }

    /** The pre-authentication encoding, up to the payload. */
    private static byte[] header(int length) {
        String type = Envelope.PAYLOAD_TYPE;
        return ("DSSEv1 " + type.length() + " " + type + " " + length + " ").getBytes(StandardCharsets.US_ASCII);
    }

    /** As cosign signs with a key of this type. */
    private static String algorithm(PublicKey key) {
        if (key instanceof ECPublicKey ec) {
            int bits = ec.getParams().getCurve().getField().getFieldSize();
            return bits <= 256 ? "SHA256withECDSA" : bits <= 384 ? "SHA384withECDSA" : "SHA512withECDSA";
        }
        return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "Ed25519";
    }
}
