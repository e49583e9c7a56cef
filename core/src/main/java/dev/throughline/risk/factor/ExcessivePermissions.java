package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Role;
import dev.throughline.risk.Factor;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.Situation;
import dev.throughline.risk.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The identity may do far more than one workload needs, by what its roles say; whether it ever does is not looked at. What
 * acts as such an identity has the factor too, with the identity and its role as the proof.
 */
final class ExcessivePermissions implements RiskFactor {
    @Override
    public Factor factor() {
        return Factor.EXCESSIVE_PERMISSIONS;
    }

    @Override
    public void judge(Situation situation, Consumer<Verdict> verdicts) {
        RiskGraph graph = situation.graph();
        for (int number = 0; number < graph.size(); number++) {
            AssetKey identity = graph.key(number);
            List<Relation> roles = graph.outgoing(identity, RelationType.HAS_ROLE);
            if (Privileges.holdsAny(graph, identity)) {
                Privileges.excessive(graph, identity)
                        .ifPresentOrElse(
                                evidence -> accept(graph, identity, evidence, verdicts),
                                () -> acceptNo(graph, identity, roles, verdicts));
            }
        }
    }

    private void accept(RiskGraph graph, AssetKey identity, Evidence evidence, Consumer<Verdict> verdicts) {
        verdicts.accept(Verdict.yes(identity, factor(), evidence));
        for (Relation runs : graph.incoming(identity, RelationType.RUNS_AS)) {
            List<AssetKey> way = new ArrayList<>(List.of(runs.from()));
            way.addAll(evidence.assets());
            verdicts.accept(Verdict.yes(
                    runs.from(),
                    factor(),
                    new Evidence("its identity may do too much: " + evidence.statement(), way, evidence.fields())));
        }
    }

    /** Of a service account all is known once all its roles were read; what a cloud role allows is only known in part. */
    private void acceptNo(RiskGraph graph, AssetKey identity, List<Relation> roles, Consumer<Verdict> verdicts) {
        boolean known = !roles.isEmpty()
                && roles.stream()
                        .allMatch(held -> graph.find(held.to(), Role.class)
                                .filter(role -> role.rules() != null)
                                .isPresent());
        if (known) {
            verdicts.accept(Verdict.no(identity, factor(), Evidence.of("none of its roles allows too much", identity)));
        }
    }
}
