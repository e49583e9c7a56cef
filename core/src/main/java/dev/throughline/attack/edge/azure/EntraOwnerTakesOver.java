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
import java.util.List;
import java.util.function.Consumer;

/**
 * An owner adds a secret to its application or service principal, or members to its group.
 */
final class EntraOwnerTakesOver implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1098.001", "T1098");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        for (int i = 0; i < graph.size(); i++) {
            if (graph.key(i).text().startsWith(EntraRoles.PREFIX)) {
                for (Relation owns : graph.incoming(graph.key(i), RelationType.HAS_ROLE)) {
                    if ("owner".equals(owns.properties().get("scope"))) {
                        steps.accept(step(owns.from(), owns.to()));
                    }
                }
            }
        }
    }

    private AttackStep step(AssetKey owner, AssetKey owned) {
        return new AttackStep(
                owner,
                name(),
                owned,
                techniques(),
                Likelihood.EASY.probability(),
                Evidence.of("its owner may add credentials or members to it", owner, owned),
                List.of("take " + owner.value() + " from the owners of " + owned.value()),
                List.of("lock the properties of the application that let secrets be added"));
    }
}
