package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.Evidence;
import dev.throughline.model.Namespace;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.SecretObject;
import java.util.List;
import java.util.function.Consumer;

/** Whoever runs pods in a namespace mounts any secret of it. */
final class NamespaceMountsSecret extends Inclusion {
    @Override
    public List<String> techniques() {
        return List.of("T1610", "T1552.007");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        graph.assets(SecretObject.class).forEach(secret -> {
            for (Namespace namespace : graph.sources(secret.key(), RelationType.CONTAINS, Namespace.class)) {
                steps.accept(step(
                        namespace.key(),
                        secret.key(),
                        Evidence.of("a pod may mount any secret of its namespace", namespace.key(), secret.key()),
                        List.of(),
                        List.of("keep secrets that matter in namespaces of their own")));
            }
        });
    }
}
