package dev.throughline.attack.edge.azure;

import com.google.common.collect.ImmutableMap;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.RiskGraph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    final ImmutableMap<String, List<Power>> powers;

    /** Takes the actions that give a resource, by type of resource in lower case; the first that is allowed makes the step. */
    AzurePowers(ImmutableMap<String, List<Power>> powers) {
        this.powers = powers;
    }

    /**
     * Derives the steps of an edge; {@code works} tells whether an action has effect on a resource, as it is set up. What a set of
     * patterns allows is asked once for each type, and what lies in a scope is looked up once, however many roles share them.
     */
    void derive(AttackEdge edge, RiskGraph graph, BiPredicate<AssetKey, Power> works, Consumer<AttackStep> steps) {
        AzureScopes scopes = new AzureScopes(graph, powers.keySet());
        AzureDenials denials = new AzureDenials(graph);
        Map<Permissions, Map<String, List<Power>>> known = new HashMap<>();
        AzureRole.of(graph)
                .filter(role -> !denials.leaveGranting(role))
                .forEach(role -> known.computeIfAbsent(role.permissions(), this::allowed)
                        .forEach((type, allowed) -> {
                            for (AssetKey resource : scopes.within(role, type)) {
                                allowed.stream()
                                        .filter(power -> works.test(resource, power)
                                                && !denials.deny(role, resource, power.action()))
                                        .findFirst()
                                        .ifPresent(power -> steps.accept(step(edge, role, resource, power)));
                            }
                        }));
    }

    /** The actions that are allowed, by type of resource. */
    private Map<String, List<Power>> allowed(Permissions permissions) {
        Map<String, List<Power>> allowed = new TreeMap<>();
        powers.forEach((type, some) -> {
            List<Power> held = some.stream()
                    .filter(power -> permissions.allow(power.action()))
                    .toList();
            if (!held.isEmpty()) {
                allowed.put(type, held);
            }
        });
        return allowed;
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
