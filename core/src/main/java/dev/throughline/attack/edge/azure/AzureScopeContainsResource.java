package dev.throughline.attack.edge.azure;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Roles are inherited: whoever has a scope has what lies in it. Derived below scopes that a role gives, one step for each
 * resource and what holds it, however many principals hold the role.
 */
final class AzureScopeContainsResource implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1098.003");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        Set<AssetKey> given = new LinkedHashSet<>();
        AzureDenials denials = new AzureDenials(graph);
        AzureRole.of(graph).filter(denials::leaveGranting).forEach(role -> given.add(role.scope()));
        if (EntraRoles.isElevated(graph)) {
            given.addAll(AzureRole.subscriptions(graph));
        }
        List<AssetKey> open = new ArrayList<>(given);
        while (!open.isEmpty()) {
            AssetKey scope = open.remove(open.size() - 1);
            for (AssetKey part : parts(graph, scope)) {
                steps.accept(step(scope, part));
                if (given.add(part)) {
                    open.add(part);
                }
            }
        }
    }

    private static List<AssetKey> parts(RiskGraph graph, AssetKey scope) {
        return scope.value().equals("/")
                ? AzureRole.subscriptions(graph)
                : graph.outgoing(scope, RelationType.CONTAINS).stream()
                        .map(Relation::to)
                        .filter(part -> isInScope(scope, part))
                        .toList();
    }

    /** A subnet also contains interfaces, and a cluster its nodes; those are not below it where roles are concerned. */
    private static boolean isInScope(AssetKey scope, AssetKey part) {
        return part.text().startsWith(scope.text() + "/")
                || scope.text().startsWith("cloudaccount:")
                || scope.text().contains("/microsoft.management/managementgroups/");
    }

    private AttackStep step(AssetKey scope, AssetKey part) {
        return new AttackStep(
                scope,
                name(),
                part,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("roles at " + scope.value() + " hold for it", scope, part),
                List.of(),
                List.of());
    }
}
