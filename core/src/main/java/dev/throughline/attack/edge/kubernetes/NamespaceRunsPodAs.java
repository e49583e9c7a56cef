package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.Evidence;
import dev.throughline.model.Namespace;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.ServiceAccount;
import java.util.List;
import java.util.function.Consumer;

/** Whoever runs pods in a namespace runs them as any service account of it. */
final class NamespaceRunsPodAs extends Inclusion {
    @Override
    public List<String> techniques() {
        return List.of("T1610", "T1528");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        graph.assets(ServiceAccount.class).forEach(account -> {
            for (Namespace namespace : graph.sources(account.key(), RelationType.CONTAINS, Namespace.class)) {
                steps.accept(step(
                        namespace.key(),
                        account.key(),
                        Evidence.of(
                                "a pod may run as any service account of its namespace",
                                namespace.key(),
                                account.key()),
                        List.of(),
                        List.of("keep powerful service accounts in namespaces of their own")));
            }
        });
    }
}
