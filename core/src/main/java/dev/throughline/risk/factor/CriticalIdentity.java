package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Factor;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.Situation;
import dev.throughline.risk.Verdict;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Critical because of what it is: an identity that may do anything in its cluster or cloud scope, or that acts on the whole
 * cluster as a part of its control plane (a service account of {@code kube-system}).
 */
final class CriticalIdentity implements RiskFactor {
    @Override
    public Factor factor() {
        return Factor.CRITICAL_RESOURCE;
    }

    @Override
    public void judge(Situation situation, Consumer<Verdict> verdicts) {
        RiskGraph graph = situation.graph();
        for (int number = 0; number < graph.size(); number++) {
            AssetKey identity = graph.key(number);
            if (Privileges.holdsAny(graph, identity)) {
                Privileges.anything(graph, identity)
                        .map(evidence -> evidence.with("level", "very-high"))
                        .or(() -> isOfControlPlane(identity)
                                ? Privileges.everywhere(graph, identity).map(evidence -> evidence.with("level", "high"))
                                : Optional.empty())
                        .ifPresent(evidence -> verdicts.accept(Verdict.yes(identity, factor(), evidence)));
            }
        }
    }

    private static boolean isOfControlPlane(AssetKey identity) {
        return identity.mayBe(AssetKind.SERVICE_ACCOUNT) && identity.value().contains("/kube-system/");
    }
}
