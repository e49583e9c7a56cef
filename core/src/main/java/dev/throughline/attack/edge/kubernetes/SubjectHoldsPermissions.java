package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.function.Consumer;

/**
 * Service accounts, users and groups hold what role bindings give them. Only bindings that lead somewhere are told.
 */
final class SubjectHoldsPermissions extends Inclusion {
    @Override
    public List<String> techniques() {
        return List.of("T1078");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        for (AssetKey binding :
                situation.prepared(LeadingBindings.class, LeadingBindings::new).keys()) {
            Evidence evidence = Evidence.of("the binding names it", binding);
            for (Relation bound : graph.outgoing(binding, RelationType.BINDS)) {
                if (!bound.to().mayBe(AssetKind.ROLE)) {
                    List<String> breaks = List.of(Subjects.unbind(bound.to(), binding));
                    steps.accept(step(bound.to(), binding, evidence, breaks, List.of()));
                }
            }
        }
    }
}
