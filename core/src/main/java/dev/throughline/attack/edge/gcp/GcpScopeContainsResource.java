package dev.throughline.attack.edge.gcp;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Policies are inherited: whoever sets that of a place has what lies below it. Derived below places that a role gives, one step
 * for each resource and what holds it, however many principals hold the role.
 */
final class GcpScopeContainsResource implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1098.003");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        Set<AssetKey> given = new LinkedHashSet<>();
        GcpRole.of(graph).filter(GcpRole::setsPolicy).forEach(role -> given.add(role.scope()));
        List<AssetKey> open = new ArrayList<>(given);
        while (!open.isEmpty()) {
            AssetKey place = open.remove(open.size() - 1);
            for (AssetKey part : Descent.parts(graph, place)) {
                steps.accept(step(place, part));
                if (given.add(part)) {
                    open.add(part);
                }
            }
        }
    }

    private AttackStep step(AssetKey place, AssetKey part) {
        return new AttackStep(
                place,
                name(),
                part,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("the policy of " + place.value() + " holds for it", place, part),
                List.of(),
                List.of());
    }
}
