package dev.throughline.attack.edge.azure;

import com.google.common.collect.ImmutableMap;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Steps from a role at a scope to the resources of some types below it, by the actions it allows. A role that can give roles
 * needs no other action: {@link AzureRoleGrantsScope} leads to all of its scope.
 */
final class AzurePowers {
    /**
     * An action that gives a resource.
     *
     * @param action the action; {@code data:} before one on data
     * @param likelihood how likely it succeeds
     * @param does what its user does, as the end of a sentence
     */
    record Power(String action, Likelihood likelihood, String does) {}

    private final ImmutableMap<String, List<Power>> powers;

    /** Takes the actions that give a resource, by type of resource in lower case; the first that is allowed makes the step. */
    AzurePowers(ImmutableMap<String, List<Power>> powers) {
        this.powers = powers;
    }

    /** Derives the steps of an edge; {@code works} tells whether an action has effect on a resource, as it is set up. */
    void derive(AttackEdge edge, RiskGraph graph, BiPredicate<AssetKey, Power> works, Consumer<AttackStep> steps) {
        NavigableMap<String, AssetKey> resources = AzureTypes.resources(graph, powers.keySet());
        AzureRole.of(graph).filter(role -> !role.grantsRoles()).forEach(role -> {
            for (AssetKey resource : role.within(graph, resources)) {
                powers.getOrDefault(AzureTypes.of(resource), List.of()).stream()
                        .filter(power -> role.permissions().allow(power.action()))
                        .filter(power -> works.test(resource, power))
                        .findFirst()
                        .ifPresent(power -> steps.accept(step(edge, role, resource, power)));
            }
        });
    }

    /** Derives the steps of an edge whose actions always have effect. */
    void derive(AttackEdge edge, RiskGraph graph, Consumer<AttackStep> steps) {
        derive(edge, graph, (resource, power) -> true, steps);
    }

    private static AttackStep step(AttackEdge edge, AzureRole role, AssetKey resource, Power power) {
        return new AttackStep(
                role.key(),
                edge.name(),
                resource,
                edge.techniques(),
                power.likelihood().probability(),
                Evidence.of("the role lets its holder " + power.does(), role.key(), role.scope(), resource)
                        .with("role", role.name())
                        .with("action", power.action()),
                List.of("assign a role without " + power.action() + " instead of " + role.name() + " at "
                        + role.scope().value()),
                List.of("assign " + role.name() + " at a narrower scope, or by eligibility that must be activated"));
    }
}
