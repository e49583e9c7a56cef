package dev.throughline.attack.edge.azure;

import com.google.common.collect.ImmutableMap;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.azure.AzurePowers.Power;
import java.util.List;
import java.util.function.Consumer;

/** The role lets its holder change and start a runbook or logic application, which acts as its managed identity. */
final class AzureRoleRunsAutomation implements AttackEdge {
    static final AzurePowers POWERS = new AzurePowers(ImmutableMap.of(
            "microsoft.automation/automationaccounts",
            List.of(new Power(
                    "Microsoft.Automation/automationAccounts/runbooks/draft/write",
                    Likelihood.EASY,
                    "change its runbooks")),
            "microsoft.logic/workflows",
            List.of(new Power("Microsoft.Logic/workflows/write", Likelihood.EASY, "change the workflow"))));

    @Override
    public List<String> techniques() {
        return List.of("T1648", "T1651");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        POWERS.derive(this, situation.graph(), steps);
    }
}
