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
 * The role or permission lets its holder assign any role of the directory, to itself too: Privileged Role Administrator,
 * {@code RoleManagement.ReadWrite.Directory}, and {@code AppRoleAssignment.ReadWrite.All}, which grants that one.
 */
final class EntraRoleGrantsRoles implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1098.003");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        for (AssetKey role : EntraRoles.held(situation.graph(), "grant-roles")) {
            steps.accept(step(role));
        }
    }

    private AttackStep step(AssetKey role) {
        AssetKey administrator = EntraRoles.GLOBAL_ADMINISTRATOR;
        return new AttackStep(
                role,
                name(),
                administrator,
                techniques(),
                Likelihood.EASY.probability(),
                Evidence.of(EntraRoles.name(role) + " may assign any role of the directory", role, administrator),
                List.of("take " + EntraRoles.name(role) + " from applications and people who do not manage roles"),
                List.of("make the role eligible with approval"));
    }
}
