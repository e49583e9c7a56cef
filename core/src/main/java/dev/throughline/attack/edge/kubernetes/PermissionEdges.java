package dev.throughline.attack.edge.kubernetes;

import java.util.List;

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
}
