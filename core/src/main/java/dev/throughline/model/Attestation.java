package dev.throughline.model;

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
 * @param sourceRevision commit the provenance names
 * @param sourceRef ref the provenance names
 * @param pipelinePath path of the workflow the provenance names
 * @param invocation URI or id of the build the provenance names
 * @param signature what is known of its signature
 */
public record Attestation(
        AssetKey key,
        @Nullable String predicateType,
        @Nullable String builderId,
        @Nullable String sourceRepository,
        @Nullable String sourceRevision,
        @Nullable String sourceRef,
        @Nullable String pipelinePath,
        @Nullable String invocation,
        @Nullable SignatureState signature)
        implements Asset {
    /** Checks the key and copies lists. */
    public Attestation {
        AssetKind.ATTESTATION.check(key);
    }
}
