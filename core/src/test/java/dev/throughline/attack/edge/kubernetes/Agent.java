package dev.throughline.attack.edge.kubernetes;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;

/** A Deployment {@code agent} with one container and one pod, on the node {@code n1}. */
final class Agent {
    static final AssetKey VOLUME = Estate.inShop(AssetKind.VOLUME, "Deployment/agent/host");

    private Agent() {}

    static Estate of(Map<String, ?> workload, Map<String, ?> container) {
        return new Estate()
                .deployment("agent", workload)
                .asset(Estate.container("agent"), container)
                .scheduled("agent", "n1");
    }

    /** One whose container mounts a path of the node. */
    static Estate mounting(String path, boolean readOnly, Map<String, ?> container) {
        return of(Map.of(), container)
                .asset(VOLUME, Map.of("type", "hostPath", "path", path))
                .relation(
                        Estate.container("agent"),
                        RelationType.MOUNTS,
                        VOLUME,
                        Map.of("readOnly", String.valueOf(readOnly)));
    }

    /** The likelihood of the only step of an edge to the node, by its probability; 0 if there is none. */
    static double probability(Estate estate, String edge) {
        return estate.steps(edge).stream()
                .filter(step -> step.to().equals(Estate.node("n1")))
                .mapToDouble(step -> step.probability())
                .findFirst()
                .orElse(0);
    }
}
