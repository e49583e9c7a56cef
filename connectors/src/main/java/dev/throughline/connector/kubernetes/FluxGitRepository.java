package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import dev.throughline.model.AssetKey;
import org.jspecify.annotations.Nullable;

/**
 * A GitRepository of Flux (source.toolkit.fluxcd.io).
 *
 * @param repository the repository it takes manifests from
 */
record FluxGitRepository(AssetKey repository) {
    static FluxGitRepository of(Manifest manifest) {
        return new FluxGitRepository(GitSource.repository(manifest.spec(), "url"));
    }

    /** The GitRepository that the {@code sourceRef} of an object names; null if its source is of another kind. */
    static @Nullable ObjectName named(Fields sourceRef, ObjectName by) {
        if (!ObjectKind.FLUX_GIT_REPOSITORY.apiName().equals(sourceRef.text("kind"))) {
            return null;
        }
        String namespace = sourceRef.text("namespace");
        return new ObjectName(
                namespace == null || namespace.isEmpty() ? by.namespace() : namespace, sourceRef.requiredText("name"));
    }
}
