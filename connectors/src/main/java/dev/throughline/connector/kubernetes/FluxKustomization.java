package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Kustomization of Flux (kustomize.toolkit.fluxcd.io).
 *
 * @param source the GitRepository it takes manifests from; null if it takes them from elsewhere, or for another cluster
 * @param path folder in it
 * @param revision what was applied last: the commit, or what Flux writes in its place
 * @param workloads what it applied
 */
record FluxKustomization(
        @Nullable ObjectName source,
        @Nullable String path,
        @Nullable String revision,
        List<WorkloadName> workloads) {
    /** {@code main@sha1:<commit>}, and {@code main/<commit>} before Flux 2.0. */
    private static final Pattern COMMIT = Pattern.compile("(?:.*[@:/])?([0-9a-f]{40}|[0-9a-f]{64})");

    static FluxKustomization of(Manifest manifest) {
        Fields spec = manifest.spec();
        return new FluxKustomization(
                spec.has("kubeConfig") ? null : FluxGitRepository.named(spec.object("sourceRef"), manifest.name()),
                spec.text("path"),
                commitOr(manifest.status().text("lastAppliedRevision")),
                FluxInventory.workloads(manifest.status()));
    }

    private static @Nullable String commitOr(@Nullable String revision) {
        Matcher commit = COMMIT.matcher(revision == null ? "" : revision);
        return commit.matches() ? commit.group(1) : revision;
    }
}
