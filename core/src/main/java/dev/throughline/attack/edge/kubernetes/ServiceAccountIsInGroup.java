package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.Evidence;
import dev.throughline.model.KubernetesSubject;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every service account is in the groups that Kubernetes puts it into: all service accounts, those of its namespace, all
 * who sign in. Only groups are told that a role binding gives something.
 */
final class ServiceAccountIsInGroup extends Inclusion {
    @Override
    public List<String> techniques() {
        return List.of("T1078");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        LeadingBindings leading = situation.prepared(LeadingBindings.class, LeadingBindings::new);
        JointPermissions joint = situation.prepared(JointPermissions.class, JointPermissions::new);
        graph.assets(KubernetesSubject.class).forEach(group -> {
            if (joint.leadFrom(group.key())
                    || graph.incoming(group.key(), RelationType.BINDS).stream()
                            .anyMatch(b -> leading.contains(b.from()))) {
                Evidence evidence = Evidence.of("Kubernetes puts it into the group", group.key());
                List<String> breaks = List.of("bind the service accounts that need it instead of the group "
                        + group.key().value());
                for (Relation member : graph.incoming(group.key(), RelationType.MEMBER_OF)) {
                    steps.accept(step(member.from(), group.key(), evidence, breaks, List.of()));
                }
            }
        });
    }
}
