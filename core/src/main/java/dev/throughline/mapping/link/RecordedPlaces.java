package dev.throughline.mapping.link;

import dev.throughline.model.Relation;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Deployment records of one image, by cluster, whose case does not count, and name of the deployment. */
final class RecordedPlaces {
    private static final String UNNAMED = "";

    private final Map<String, Map<String, Relation>> byCluster = new HashMap<>(2);

    /** The first record of a place counts. */
    void add(Relation record) {
        String name = record.properties().get("deployment");
        if (name != null) {
            String cluster = Objects.requireNonNullElse(record.properties().get("cluster"), UNNAMED);
            byCluster
                    .computeIfAbsent(cluster.toLowerCase(Locale.ROOT), c -> new HashMap<>(2))
                    .putIfAbsent(name, record);
        }
    }

    boolean isEmpty() {
        return byCluster.isEmpty();
    }

    /** The record of a name in a cluster, given in lower case. */
    @Nullable
    Relation in(String cluster, String name) {
        Map<String, Relation> byName = byCluster.get(cluster);
        return byName == null ? null : byName.get(name);
    }

    /** The record of a name for which no cluster is told. */
    @Nullable
    Relation anywhere(String name) {
        return in(UNNAMED, name);
    }

    /** The record of a workload in its own cluster. */
    @Nullable
    Relation in(WorkloadPlace place, List<String> containers) {
        return of(byCluster.get(place.cluster()), place, containers);
    }

    /** The record of a workload for which no cluster is told. */
    @Nullable
    Relation anywhere(WorkloadPlace place, List<String> containers) {
        return of(byCluster.get(UNNAMED), place, containers);
    }

    /** As GitHub recommends names ({@code namespace-deployment-container}), as its deployment tracker writes them, or shorter. */
    private static @Nullable Relation of(
            @Nullable Map<String, Relation> byName, WorkloadPlace place, List<String> containers) {
        if (byName == null) {
            return null;
        }
        String dashed = place.namespace() + '-' + place.name();
        String slashed = place.namespace() + '/' + place.name();
        for (String container : containers) {
            Relation record = byName.get(dashed + '-' + container);
            Relation tracked = record == null ? byName.get(slashed + '/' + container) : record;
            if (tracked != null) {
                return tracked;
            }
        }
        Relation record = byName.get(dashed);
        Relation tracked = record == null ? byName.get(slashed) : record;
        return tracked == null ? byName.get(place.name()) : tracked;
    }
}
