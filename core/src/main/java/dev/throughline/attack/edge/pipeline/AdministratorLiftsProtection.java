package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.Branch;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import java.util.List;
import java.util.function.Consumer;

/**
 * An administrator of a repository edits the protection of its branches, and then writes to them. Where nothing protects a
 * branch there is an easier way to it; this one is what is left when somebody protects it.
 */
final class AdministratorLiftsProtection implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1562.001", "T1078");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Repository.class).forEach(repository -> {
            List<Branch> branches = situation.graph().targets(repository.key(), RelationType.CONTAINS, Branch.class);
            if (branches.isEmpty() || Boolean.TRUE.equals(repository.archived())) {
                return;
            }
            for (Member member : Member.of(situation.graph(), repository.key())) {
                for (Branch branch : branches) {
                    if (member.role() == Role.ADMIN) {
                        steps.accept(step(member, branch, repository));
                    }
                }
            }
        });
    }

    private AttackStep step(Member member, Branch branch, Repository repository) {
        return new AttackStep(
                member.key(),
                name(),
                branch.key(),
                techniques(),
                Likelihood.EASY.probability(),
                Evidence.of(
                        "the member may edit what protects the branch", member.key(), repository.key(), branch.key()),
                List.of("take the role of an administrator of "
                        + repository.key().value() + " from " + member.key().value()),
                List.of("raise an alarm when the protection of " + branch.key().value() + " is edited"));
    }
}
