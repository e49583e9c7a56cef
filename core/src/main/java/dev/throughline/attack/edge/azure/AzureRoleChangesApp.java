package dev.throughline.attack.edge.azure;

import com.google.common.collect.ImmutableMap;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.azure.AzurePowers.Power;
import java.util.List;
import java.util.function.Consumer;

/** The role lets its holder deploy code to a web application, function or container application, or read what it deploys with. */
final class AzureRoleChangesApp implements AttackEdge {
    static final AzurePowers POWERS = new AzurePowers(ImmutableMap.of(
            "microsoft.web/sites",
            List.of(
                    new Power(
                            "Microsoft.Web/sites/publishxml/action",
                            Likelihood.EASY,
                            "read the credentials for deployments"),
                    new Power("Microsoft.Web/sites/write", Likelihood.EASY, "change what the application runs")),
            "microsoft.app/containerapps",
            List.of(
                    new Power("Microsoft.App/containerApps/write", Likelihood.EASY, "change what the application runs"),
                    new Power(
                            "Microsoft.App/containerApps/exec/action",
                            Likelihood.EASY,
                            "run commands in the application")),
            "microsoft.containerinstance/containergroups",
            List.of(
                    new Power(
                            "Microsoft.ContainerInstance/containerGroups/write",
                            Likelihood.EASY,
                            "change what the group runs"),
                    new Power(
                            "Microsoft.ContainerInstance/containerGroups/containers/exec/action",
                            Likelihood.EASY,
                            "run commands in the group"))));

    @Override
    public List<String> techniques() {
        return List.of("T1648", "T1525");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        POWERS.derive(this, situation.graph(), steps);
    }
}
