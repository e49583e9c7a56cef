package dev.throughline.model;

import static dev.throughline.model.SignatureState.ABSENT;
import static dev.throughline.model.SignatureState.INVALID;
import static dev.throughline.model.SignatureState.UNCHECKED;
import static dev.throughline.model.SignatureState.VERIFIED;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a vulnerability in products. A claim: it stands beside findings and neither closes nor hides one.
 *
 * <p>Key: {@code vex:<64 hex of all that is stated>}. Source: OpenVEX 0.2.0; CSAF 2.0, profile VEX; CycloneDX 1.4 and newer,
 * {@code vulnerabilities[].analysis}.
 *
 * @param key its key
 * @param status what is said
 * @param justification why a product is not affected, in the word of its format
 * @param impact why, in free text of one line
 * @param author who says so, as the document has it; proven only if the signature is verified
 * @param document id of the document that says so
 * @param statedAt when it was said
 * @param signature what is known of the signature on the document
 * @param signer who signed; proven only if the signature is verified
 */
public record VexStatement(
        AssetKey key,
        @Nullable VexStatus status,
        @Nullable String justification,
        @Nullable String impact,
        @Nullable String author,
        @Nullable String document,
        @Nullable Instant statedAt,
        @Nullable SignatureState signature,
        @Nullable String signer)
        implements Asset {
    /** Checks the key and copies lists. */
    public VexStatement {
        AssetKind.VEX_STATEMENT.check(key);
    }

    /**
     * This statement, with what is unknown of it taken from another. The key stands for all that is stated, so whoever verified
     * one copy verified them all: signature and signer are those of the copy that was looked at hardest.
     */
    @Override
    public Asset or(Asset fallback) {
        VexStatement sum = (VexStatement) Asset.super.or(fallback);
        VexStatement other = (VexStatement) fallback;
        VexStatement judged = sum.signedAs(rank(signature) < rank(other.signature) ? other : this);
        return judged.equals(this) ? this : judged;
    }

    private VexStatement signedAs(VexStatement copy) {
        return new VexStatement(
                key, status, justification, impact, author, document, statedAt, copy.signature, copy.signer);
    }

    private static int rank(@Nullable SignatureState signature) {
        return signature == null
                ? 0
                : 1 + List.of(ABSENT, UNCHECKED, INVALID, VERIFIED).indexOf(signature);
    }

    /**
     * The statement in one line.
     *
     * @return what is said and by whom, such as {@code not affected (component_not_present), says Acme, unsigned}
     */
    public String text() {
        return (status == null ? "status unknown" : status.text())
                + (justification == null ? "" : " (" + justification + ")")
                + (author == null ? "" : ", says " + author)
                + ", "
                + signatureText();
    }

    private String signatureText() {
        return switch (signature == null ? ABSENT : signature) {
            case VERIFIED -> signer == null ? "signed" : "signed by " + signer;
            case INVALID -> "with a signature that does not hold";
            case UNCHECKED -> "with a signature nobody checked";
            case ABSENT -> "unsigned";
        };
    }
}
