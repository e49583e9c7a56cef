package dev.throughline.attack.edge.azure;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.IdentityGroup;
import java.util.List;
import java.util.function.Consumer;

/**
 * The role or permission lets its holder add members to groups. Groups that may hold roles of the directory need more.
 */
final class EntraRoleAddsMember implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1098");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        List<AssetKey> all = EntraRoles.held(situation.graph(), "add-members");
        List<AssetKey> plain = EntraRoles.held(situation.graph(), "add-plain-members");
        situation.graph().assets(IdentityGroup.class).forEach(group -> {
            if (group.key().text().startsWith(EntraRoles.PREFIX)) {
                all.forEach(role -> steps.accept(step(role, group.key())));
                if (!EntraRoles.isProtected(situation.graph(), group.key())) {
                    plain.forEach(role -> steps.accept(step(role, group.key())));
                }
            }
        });
    }

    private AttackStep step(AssetKey role, AssetKey group) {
        return new AttackStep(
                role,
                name(),
                group,
                techniques(),
                Likelihood.EASY.probability(),
                Evidence.of(EntraRoles.name(role) + " may add members to it", role, group),
                List.of("take " + EntraRoles.name(role) + " from those who do not manage all groups"),
                List.of("create the groups that hold roles of Azure as role-assignable"));
    }
}
