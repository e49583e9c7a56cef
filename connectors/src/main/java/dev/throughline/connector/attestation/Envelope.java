package dev.throughline.connector.attestation;

import com.google.common.hash.Hashing;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Text;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A DSSE envelope (Dead Simple Signing Envelope 1.0).
 *
 * @param fields its fields
 * @param bundle the Sigstore bundle around it; absent if there is none
 */
record Envelope(Fields fields, Fields bundle) {
    static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

    private static final int LARGEST_STATEMENT = 16 << 20;

    /** Characters of base64 that the largest statement takes. */
    static final int LONGEST_PAYLOAD = (LARGEST_STATEMENT + 2) / 3 * 4;

    private static final JsonLimits STATEMENT_LIMITS = JsonLimits.DEFAULT.withBytes(LARGEST_STATEMENT);

    /** The statements, envelopes and bundles that a document holds, or the document if it holds no others. */
    static List<Fields> wrappedIn(Fields document) {
        if (document.has("attestations")) {
            return document.list("attestations").stream()
                    .map(attestation -> attestation.get("bundle"))
                    .toList();
        }
        if (document.has("provenance_summary")) {
            return document.object("provenance_summary").list("provenance").stream()
                    .map(occurrence -> occurrence.get("envelope"))
                    .toList();
        }
        return List.of(document);
    }

    /** The envelope that a value is, or that the Sigstore bundle holds that it is. */
    static Envelope of(Fields value) {
        if (value.has("dsseEnvelope")) {
            return new Envelope(value.object("dsseEnvelope"), value);
        }
        if (value.has("payload")) {
            return new Envelope(value, Fields.NONE);
        }
        throw new WrongShape(
                value.pointer(),
                value.has("messageSignature")
                        ? "a bundle that signs a blob and holds no statement"
                        : "neither an in-toto statement nor a DSSE envelope, a Sigstore bundle or a list of them");
    }

    SignedStatement open() {
        String type = fields.requiredText("payloadType");
        if (!type.equals(PAYLOAD_TYPE)) {
            throw new WrongShape(
                    fields.pointer() + "/payloadType", "'" + Text.quote(type) + "' is not " + PAYLOAD_TYPE);
        }
        byte[] payload = payload();
        return new SignedStatement(
                statement(payload), Hashing.sha256().hashBytes(payload).toString(), this);
    }

    byte[] payload() {
        return decoded(fields, "payload");
    }

    /** The signatures in it as text, which may be none. */
    List<String> signatures() {
        return fields.list("signatures").stream()
                .map(signature -> signature.text("sig"))
                .filter(signature -> signature != null && !signature.isBlank())
                .map(String::valueOf)
                .toList();
    }

    /** The certificate in the bundle, in DER; null if there is none. Where there is a chain, it comes first. */
    byte @Nullable [] certificate() {
        Fields material = bundle.object("verificationMaterial");
        List<Fields> chain = material.object("x509CertificateChain").list("certificates");
        Fields certificate = chain.isEmpty() ? material.object("certificate") : chain.get(0);
        return certificate.isAbsent() ? null : decoded(certificate, "rawBytes");
    }

    /** Whether a signature stands beside its certificate, as slsa-github-generator writes it. */
    boolean namesItsCertificate() {
        return fields.list("signatures").stream().anyMatch(signature -> signature.has("cert"));
    }

    private static byte[] decoded(Fields fields, String name) {
        String text = fields.requiredText(name);
        try {
            return decoded(text);
        } catch (IllegalArgumentException e) {
            throw new WrongShape(fields.pointer() + "/" + name, "not base64");
        }
    }

    /** DSSE 1.0 allows the standard and the URL-safe alphabet; padding is left out in the wild. */
    static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
    }

    /** Places in the statement are told as if it stood where its base64 does. */
    private Fields statement(byte[] payload) {
        String pointer = fields.pointer() + "/payload";
        try {
            return Fields.at(
                    fields.file(),
                    pointer,
                    Json.parse(payload, "the statement in it", STATEMENT_LIMITS).node());
        } catch (SourceException e) {
            throw new WrongShape(pointer, String.valueOf(e.getMessage()));
        }
    }
}
