package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.KubernetesSubject;
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
        for (AssetKey binding :
                situation.prepared(LeadingBindings.class, LeadingBindings::new).keys()) {
            for (AssetKey subject : Subjects.anonymous(ClusterObjects.cluster(binding))) {
                if (graph.outgoing(binding, RelationType.BINDS).stream().anyMatch(b -> b.to().equals(subject))) {
                    steps.accept(step(
                            binding,
                            Evidence.of("the binding is for those who do not sign in", binding, subject),
                            List.of(Subjects.unbind(subject, binding))));
                }
            }
        }
        JointPermissions joint = situation.prepared(JointPermissions.class, JointPermissions::new);
        graph.assets(KubernetesSubject.class).forEach(subject -> {
            if (Subjects.isAnonymous(subject.key()) && joint.leadFrom(subject.key())) {
                steps.accept(
                        step(subject.key(), Evidence.of("it is whoever does not sign in", subject.key()), List.of()));
            }
        });
    }

    private AttackStep step(AssetKey to, Evidence evidence, List<String> breaks) {
        return new AttackStep(
                AssetKey.ANONYMOUS,
                name(),
                to,
                techniques(),
                Likelihood.MODERATE.probability(),
                evidence.with("apiServer", "not known whether it can be reached from outside"),
                breaks,
                List.of("let only known networks reach the API server"));
    }
}
