package dev.throughline.connector.attestation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds whose products are known to be container images. */
final class BuildType {
    /** Of provenance v0.2 and v1 (BuildKit, docs/attestations/slsa-provenance.md). */
    private static final Set<String> BUILDKIT = Set.of(
            "https://mobyproject.org/buildkit@v1",
            "https://github.com/moby/buildkit/blob/master/docs/attestations/slsa-definitions.md");

    private static final String CONTAINER_GENERATOR =
            "https://github.com/slsa-framework/slsa-github-generator/container@v1";

    private BuildType() {}

    static boolean isBuildKit(@Nullable String buildType) {
        return buildType != null && BUILDKIT.contains(buildType);
    }

    static boolean makesImages(@Nullable String buildType) {
        return isBuildKit(buildType) || CONTAINER_GENERATOR.equals(buildType);
    }
}
