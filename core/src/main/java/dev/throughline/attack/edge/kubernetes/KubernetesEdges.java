package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import java.util.ArrayList;
import java.util.Collections;
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
        List<AttackEdge> edges = new ArrayList<>(PermissionEdges.all());
        Collections.addAll(
                edges,
                new ContainerLoadsKernelModule(),
                new ContainerEntersNodeNamespaces(),
                new ContainerMountsNodeDisk(),
                new ContainerTracesNodeProcess(),
                new ContainerSetsCorePattern(),
                new ContainerReadsNodeLogs(),
                new ContainerReadsNodeFiles(),
                new ContainerWritesNodeFiles(),
                new ContainerUsesRuntimeSocket(),
                new ContainerEscapesByCgroup(),
                new ContainerOpensNodeFiles(),
                new ContainerTakesTokensOnNode(),
                new MachineControlsNode(),
                new NodeControlsWorkload(),
                new NodeHoldsPermissions(),
                new NodesGroupActsAsNode(),
                new NodeTakesCloudIdentity(),
                new WorkloadTakesNodeCloudIdentity(),
                new WorkloadTakesServiceAccountToken(),
                new WorkloadReadsMountedSecret(),
                new ServiceAccountIsInGroup(),
                new ServiceAccountActsAsCloudIdentity(),
                new AnonymousUsesCluster(),
                new SubjectHoldsPermissions(),
                new NamespaceRunsPodAs(),
                new NamespaceMountsSecret(),
                new NamespaceRunsPrivilegedPod(),
                new ClusterControlsObjects());
        return List.copyOf(edges);
    }
}
