package dev.throughline.attack.edge.azure;

import com.google.common.collect.ImmutableMap;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.azure.AzurePowers.Power;
import java.util.List;
import java.util.function.Consumer;

/** The role lets its holder take credentials of a cluster, or run commands in it. */
final class AzureRoleTakesClusterCredentials implements AttackEdge {
    static final AzurePowers POWERS = new AzurePowers(ImmutableMap.of(
            "microsoft.containerservice/managedclusters",
            List.of(
                    new Power(
                            "Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action",
                            Likelihood.EASY,
                            "take credentials of an administrator of the cluster"),
                    new Power(
                            "Microsoft.ContainerService/managedClusters/runCommand/action",
                            Likelihood.EASY,
                            "run commands in the cluster as an administrator"),
                    new Power(
                            "data:Microsoft.ContainerService/managedClusters/rbac.authorization.k8s.io/clusterrolebindings/write",
                            Likelihood.EASY,
                            "bind any role in the cluster"))));

    @Override
    public List<String> techniques() {
        return List.of("T1078.004", "T1609");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        POWERS.derive(this, situation.graph(), steps);
    }
}
