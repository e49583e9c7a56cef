package dev.throughline.mapping;

import dev.throughline.mapping.ChainStage.Stage;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Cluster;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.stream.Collectors;

/** The last stage: what runs. */
final class RuntimeStage {
    /** Clusters that a sentence names. */
    private static final int NAMED = 5;

    private final RiskGraph graph;
    private final Readings readings;

    RuntimeStage(RiskGraph graph, Readings readings) {
        this.graph = graph;
        this.readings = readings;
    }

    ChainStage tell(Extent extent) {
        if (!extent.runners().isEmpty()) {
            return ChainStage.mapped(Stage.RUNTIME, extent.runners());
        }
        return ChainStage.missing(Stage.RUNTIME, extent.images().isEmpty() ? noImage() : gap());
    }

    private static StageGap noImage() {
        return new StageGap(
                Cause.STAGE_BEFORE,
                null,
                "no image is known to come from here, so nothing can be said of what runs",
                "resolve the stage registry first");
    }

    private StageGap gap() {
        List<AssetKey> clusters = graph.assets(Cluster.class).map(Cluster::key).toList();
        List<AssetKey> read = clusters.stream().filter(this::isRead).toList();
        List<AssetKey> unread =
                clusters.stream().filter(cluster -> !isRead(cluster)).toList();
        if (!unread.isEmpty()) {
            return new StageGap(
                    Cause.CLUSTER_NOT_READ,
                    unread.get(0).text(),
                    "nothing that was read runs the image, and of the clusters " + names(unread)
                            + " no more than the name is known",
                    "read the clusters " + names(unread));
        }
        if (read.isEmpty()) {
            return new StageGap(
                    Cause.NOTHING_RUNNING_READ,
                    null,
                    "no cluster was read, so it is not known whether the image runs",
                    "read the clusters the image may run in");
        }
        return readings.gap(read).orElseGet(() -> notDeployed(read));
    }

    private static StageGap notDeployed(List<AssetKey> read) {
        return new StageGap(
                Cause.NOT_DEPLOYED,
                null,
                "no workload of any cluster that was read (" + names(read) + ") runs the image",
                "connect the clusters that were not read; if all were, it is not deployed");
    }

    /** A cloud also names clusters; only who reads one knows what is in it. */
    private boolean isRead(AssetKey cluster) {
        return graph.outgoing(cluster, RelationType.CONTAINS).stream()
                .map(Relation::to)
                .anyMatch(part -> part.mayBe(AssetKind.NAMESPACE));
    }

    private static String names(List<AssetKey> clusters) {
        String first = clusters.stream().limit(NAMED).map(AssetKey::value).collect(Collectors.joining(", "));
        return clusters.size() <= NAMED ? first : first + " and " + (clusters.size() - NAMED) + " more";
    }
}
