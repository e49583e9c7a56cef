package dev.throughline.attack.edge.azure;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Identity;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The role lets its holder reset the password of a user. Users who hold roles of the directory themselves need a stronger one.
 */
final class EntraRoleResetsPassword implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1098");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        List<AssetKey> all = EntraRoles.held(graph, "reset-passwords");
        List<AssetKey> plain = EntraRoles.held(graph, "reset-plain-passwords");
        graph.assets(Identity.class)
                .filter(user -> "User".equals(user.type()) && !Boolean.FALSE.equals(user.enabled()))
                .forEach(user -> {
                    all.forEach(role -> steps.accept(step(role, user.key())));
                    if (isPlain(graph, user.key())) {
                        plain.forEach(role -> steps.accept(step(role, user.key())));
                    }
                });
    }

    /** Whether a user neither holds a role nor is in, or owns, a group that may. */
    private static boolean isPlain(RiskGraph graph, AssetKey user) {
        return Stream.of(RelationType.HAS_ROLE, RelationType.MEMBER_OF)
                .flatMap(type -> graph.outgoing(user, type).stream())
                .map(Relation::to)
                .noneMatch(held -> held.text().startsWith(EntraRoles.PREFIX + "directoryroles/")
                        || EntraRoles.isProtected(graph, held));
    }

    private AttackStep step(AssetKey role, AssetKey user) {
        return new AttackStep(
                role,
                name(),
                user,
                techniques(),
                Likelihood.MODERATE.probability(),
                Evidence.of(EntraRoles.name(role) + " may reset the password of this user", role, user),
                List.of("limit " + EntraRoles.name(role) + " to an administrative unit without " + user.value()),
                List.of("require a second factor that a reset of the password does not change"));
    }
}
