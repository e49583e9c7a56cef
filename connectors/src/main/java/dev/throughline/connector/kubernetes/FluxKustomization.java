package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
                manifest.status().object("inventory").list("entries").stream()
                        .flatMap(FluxKustomization::workload)
                        .toList());
    }

    private static @Nullable String commitOr(@Nullable String revision) {
        Matcher commit = COMMIT.matcher(revision == null ? "" : revision);
        return commit.matches() ? commit.group(1) : revision;
    }

    /** Reads {@code <namespace>_<name>_<group>_<kind>}. In names of roles a colon is written as two more underscores. */
    private static Stream<WorkloadName> workload(Fields entry) {
        String[] id = entry.requiredText("id").split("_", -1);
        if (id.length < 4) {
            throw new WrongShape(entry.get("id").pointer(), "expected <namespace>_<name>_<group>_<kind>");
        }
        return id.length > 4 ? Stream.empty() : Stream.ofNullable(WorkloadName.of(id[0], id[2], id[3], id[1]));
    }
}
