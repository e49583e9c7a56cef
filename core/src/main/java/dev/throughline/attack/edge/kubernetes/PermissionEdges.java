package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What role bindings may allow. */
final class PermissionEdges {
    private static final List<PermissionEdge> ALL = List.of(
            new PermissionControlsCluster(),
            new PermissionEscalatesRole(),
            new PermissionBindsRole(),
            new PermissionImpersonates(),
            new PermissionSignsCertificate(),
            new PermissionReadsSecret(),
            new PermissionMakesTokenSecret(),
            new PermissionRequestsToken(),
            new PermissionExecsIntoWorkload(),
            new PermissionUsesKubelet(),
            new PermissionDebugsWorkload(),
            new PermissionChangesWorkload(),
            new PermissionRunsPods(),
            new PermissionLiftsPodSecurity(),
            new PermissionEditsAwsAuth(),
            new PermissionExemptsFromPodIdentity(),
            new PermissionRewritesAdmission(),
            new PermissionDirectsDeployer());

    private PermissionEdges() {}

    static List<PermissionEdge> all() {
        return ALL;
    }

    /** The bindings that lead anywhere; most of those of a cluster only let their subjects look. */
    static Set<AssetKey> leading(RiskGraph graph) {
        ClusterObjects objects = new ClusterObjects(graph);
        Set<AssetKey> leading = new HashSet<>();
        for (Binding binding : Bindings.of(graph)) {
            if (ALL.stream().anyMatch(edge -> edge.leads(binding, objects))) {
                leading.add(binding.key());
            }
        }
        return leading;
    }
}
