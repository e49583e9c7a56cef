package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.function.Consumer;

/**
 * A role binding gives something to those who do not sign in. Whether the API server can be reached from outside is not
 * known.
 */
final class AnonymousUsesCluster implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1078.001", "T1133");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        for (AssetKey binding : PermissionEdges.leading(graph)) {
            String cluster = ClusterObjects.cluster(binding);
            for (AssetKey subject : List.of(
                    Subjects.group(cluster, "system:unauthenticated"), Subjects.user(cluster, "system:anonymous"))) {
                if (graph.outgoing(binding, RelationType.BINDS).stream().anyMatch(b -> b.to().equals(subject))) {
                    steps.accept(new AttackStep(
                            AssetKey.ANONYMOUS,
                            name(),
                            binding,
                            techniques(),
                            Likelihood.MODERATE.probability(),
                            Evidence.of("the binding is for those who do not sign in", binding, subject)
                                    .with("apiServer", "not known whether it can be reached from outside"),
                            List.of("take " + ClusterObjects.name(subject) + " out of " + binding.value()),
                            List.of("let only known networks reach the API server")));
                }
            }
        }
    }
}
