package dev.throughline.attack.edge.azure;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import java.util.List;
import java.util.function.Consumer;

/**
 * A Global Administrator gives itself User Access Administrator at the root of all subscriptions by one call.
 */
final class EntraAdministratorElevatesAccess implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1548.005", "T1098.003");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        for (AssetKey role : EntraRoles.held(situation.graph(), "elevate")) {
            AzureRole.subscriptions(situation.graph()).forEach(account -> steps.accept(step(role, account)));
        }
    }

    private AttackStep step(AssetKey role, AssetKey account) {
        return new AttackStep(
                role,
                name(),
                account,
                techniques(),
                Likelihood.EASY.probability(),
                Evidence.of(
                        EntraRoles.name(role) + " may elevate itself to manage access to all subscriptions",
                        role,
                        account),
                List.of("take " + EntraRoles.name(role) + " from those who do not need it"),
                List.of("make the role eligible with approval, and alert on elevateAccess"));
    }
}
