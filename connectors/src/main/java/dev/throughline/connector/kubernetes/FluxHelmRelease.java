package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A HelmRelease of Flux (helm.toolkit.fluxcd.io).
 *
 * @param source the GitRepository its chart is in; null if it is elsewhere, or the release is for another cluster
 * @param chart folder of the chart in it
 * @param workloads what it lists as applied
 */
record FluxHelmRelease(
        @Nullable ObjectName source, @Nullable String chart, List<WorkloadName> workloads) {
    static FluxHelmRelease of(Manifest manifest) {
        Fields spec = manifest.spec();
        Fields chart = spec.object("chart").object("spec");
        return new FluxHelmRelease(
                spec.has("kubeConfig") ? null : FluxGitRepository.named(chart.object("sourceRef"), manifest.name()),
                chart.text("chart"),
                FluxInventory.workloads(manifest.status()));
    }

    /** The release that made an object, by the labels Flux puts on everything it renders. */
    static @Nullable ObjectName thatMade(Manifest manifest) {
        Fields labels = manifest.root().object("metadata").object("labels");
        String namespace = labels.text("helm.toolkit.fluxcd.io/namespace");
        String name = labels.text("helm.toolkit.fluxcd.io/name");
        return namespace == null || name == null ? null : new ObjectName(namespace, name);
    }
}
