package dev.throughline.model;

import static dev.throughline.model.SignatureState.ABSENT;
import static dev.throughline.model.SignatureState.INVALID;
import static dev.throughline.model.SignatureState.UNCHECKED;
import static dev.throughline.model.SignatureState.VERIFIED;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement about artifacts: an in-toto Statement, mostly SLSA provenance.
 *
 * <p>Key: {@code attestation:sha256:<64 hex of the statement>}. Source: in-toto Attestation Framework,
 * Statement v0.1 and v1; SLSA Provenance v0.2 and v1.
 *
 * @param key its key
 * @param predicateType predicate type URI
 * @param builderId {@code builder.id} of the provenance
 * @param sourceRepository repository URI the provenance names
 * @param sourceRepositoryId id that the platform gave the repository, which survives a rename and is never given again
 * @param sourceRevision commit the provenance names
 * @param sourceRef ref the provenance names
 * @param pipelinePath path of the workflow the provenance names
 * @param invocation URI or id of the build the provenance names
 * @param signature what is known of its signature
 * @param signer who signed: the identity in the certificate, or the name of the key; proven only if the signature is
 *     verified
 * @param issuer who vouched for the signer: the OIDC issuer that the certificate names; proven as the signer is
 * @param verdict one sentence that says why the signature is not verified; null if it is
 */
public record Attestation(
        AssetKey key,
        @Nullable String predicateType,
        @Nullable String builderId,
        @Nullable String sourceRepository,
        @Nullable String sourceRepositoryId,
        @Nullable String sourceRevision,
        @Nullable String sourceRef,
        @Nullable String pipelinePath,
        @Nullable String invocation,
        @Nullable SignatureState signature,
        @Nullable String signer,
        @Nullable String issuer,
        @Nullable String verdict)
        implements Asset {
    /** Checks the key and copies lists. */
    public Attestation {
        AssetKind.ATTESTATION.check(key);
    }

    /**
     * This attestation, with what is unknown of it taken from another. The key stands for the bytes that are signed, so
     * whoever verified one copy verified them all: signature, signer, issuer and verdict are those of the copy that was
     * looked at hardest, in the order verified, invalid, unchecked, absent, unknown.
     */
    @Override
    public Asset or(Asset fallback) {
        Attestation sum = (Attestation) Asset.super.or(fallback);
        Attestation other = (Attestation) fallback;
        Attestation judged = sum.verifiedAs(rank(signature) < rank(other.signature) ? other : this);
        return judged.equals(this) ? this : judged;
    }

    private Attestation verifiedAs(Attestation copy) {
        return new Attestation(
                key,
                predicateType,
                builderId,
                sourceRepository,
                sourceRepositoryId,
                sourceRevision,
                sourceRef,
                pipelinePath,
                invocation,
                copy.signature,
                copy.signer,
                copy.issuer,
                copy.verdict);
    }

    private static int rank(@Nullable SignatureState signature) {
        return signature == null
                ? 0
                : 1 + List.of(ABSENT, UNCHECKED, INVALID, VERIFIED).indexOf(signature);
    }
}
