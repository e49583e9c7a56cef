package dev.throughline.attack.edge.azure;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Identity;
import java.util.List;
import java.util.function.Consumer;

/**
 * The role or permission lets its holder add a secret to any application or service principal, and sign in as it.
 */
final class EntraRoleAddsCredential implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1098.001");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        List<AssetKey> roles = EntraRoles.held(situation.graph(), "add-credentials");
        situation.graph().assets(Identity.class).forEach(identity -> {
            boolean isApplication = "Application".equals(identity.type()) || "ServicePrincipal".equals(identity.type());
            if (isApplication && identity.key().text().startsWith(EntraRoles.PREFIX)) {
                roles.forEach(role -> steps.accept(step(role, identity.key())));
            }
        });
    }

    private AttackStep step(AssetKey role, AssetKey application) {
        return new AttackStep(
                role,
                name(),
                application,
                techniques(),
                Likelihood.EASY.probability(),
                Evidence.of(EntraRoles.name(role) + " may add a secret to it", role, application),
                List.of("take " + EntraRoles.name(role) + " from those who do not manage all applications"),
                List.of("let its holders own their applications instead"));
    }
}
