package dev.throughline.attack.edge.azure;

import com.google.common.collect.ImmutableMap;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.attack.edge.azure.AzurePowers.Power;
import java.util.List;
import java.util.function.Consumer;

/** The role lets its holder assign a managed identity to something of its own, or let outside tokens act as it. */
final class AzureRoleUsesIdentity implements AttackEdge {
    private static final String ASSIGNS = "assign the identity to a resource of its own";

    static final AzurePowers POWERS = new AzurePowers(ImmutableMap.of(
            "microsoft.managedidentity/userassignedidentities",
            List.of(
                    new Power(
                            "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
                            Likelihood.EASY,
                            "let tokens of its own act as the identity"),
                    new Power(
                            "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
                            Likelihood.MODERATE,
                            ASSIGNS),
                    new Power(
                            "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action",
                            Likelihood.MODERATE,
                            ASSIGNS))));

    @Override
    public List<String> techniques() {
        return List.of("T1098.001", "T1550.001");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        POWERS.derive(this, situation.graph(), steps);
    }
}
