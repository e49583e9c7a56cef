package dev.throughline.attack.edge.gcp;

import com.google.common.collect.ImmutableList;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Steps from a role at a place to resources of some kind at or below it, by the permissions it holds. A role that can set the
 * policy of its place needs no other permission: {@link GcpRoleSetsPolicy} leads to all of it.
 */
final class GcpPowers {
    /**
     * A permission that gives a resource.
     *
     * @param permission the permission
     * @param likelihood how likely it succeeds
     * @param does what its user does, as the end of a sentence
     */
    record Power(String permission, Likelihood likelihood, String does) {}

    final ImmutableList<Power> powers;
    private final BiPredicate<Power, Asset> gives;

    /** Takes the permissions that give a resource, best first, and which resources a permission gives. */
    GcpPowers(ImmutableList<Power> powers, BiPredicate<Power, Asset> gives) {
        this.powers = powers;
        this.gives = gives;
    }

    /**
     * Derives the steps of an edge. What a place holds that any of the permissions gives is looked up once, however many roles are
     * bound there.
     */
    void derive(AttackEdge edge, RiskGraph graph, Consumer<AttackStep> steps) {
        Descent descent = new Descent(graph);
        Map<AssetKey, List<Asset>> givable = new HashMap<>();
        GcpRole.of(graph).filter(role -> !role.setsPolicy()).forEach(role -> {
            List<Power> held = powers.stream()
                    .filter(power -> role.permissions().contains(power.permission()))
                    .toList();
            if (!held.isEmpty()) {
                for (Asset asset : givable.computeIfAbsent(role.scope(), scope -> givable(graph, descent.of(scope)))) {
                    held.stream()
                            .filter(power -> gives.test(power, asset))
                            .findFirst()
                            .ifPresent(power -> steps.accept(step(edge, role, asset.key(), power)));
                }
            }
        });
    }

    private List<Asset> givable(RiskGraph graph, Set<AssetKey> keys) {
        List<Asset> givable = new ArrayList<>();
        for (AssetKey key : keys) {
            int number = graph.number(key);
            if (number >= 0 && powers.stream().anyMatch(power -> gives.test(power, graph.asset(number)))) {
                givable.add(graph.asset(number));
            }
        }
        return givable;
    }

    private static AttackStep step(AttackEdge edge, GcpRole role, AssetKey resource, Power power) {
        return new AttackStep(
                role.key(),
                edge.name(),
                resource,
                edge.techniques(),
                power.likelihood().probability(),
                Evidence.of("the role lets its holder " + power.does(), role.key(), role.scope(), resource)
                        .with("role", role.name())
                        .with("permission", power.permission()),
                List.of("bind a role without " + power.permission() + " instead of " + role.name() + " at "
                        + role.scope().value()),
                List.of("bind " + role.name() + " at the resource instead of the project"));
    }
}
