package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import java.util.List;

/** The catalogue of this family of attack edges. */
public final class KubernetesEdges {
    private KubernetesEdges() {}

    /**
     * All edges of the family.
     *
     * @return the edges
     */
    public static List<AttackEdge> all() {
        return List.of(
                new ContainerEscapesToNode(),
                new NodeControlsWorkload(),
                new WorkloadTakesServiceAccountToken(),
                new ServiceAccountReadsSecret(),
                new ServiceAccountExecsIntoWorkload(),
                new ServiceAccountRunsPodAs(),
                new ServiceAccountControlsCluster(),
                new WorkloadReadsMountedSecret());
    }
}
