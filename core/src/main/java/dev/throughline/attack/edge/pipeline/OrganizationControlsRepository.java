package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Branch;
import dev.throughline.model.Evidence;
import dev.throughline.model.Organization;
import dev.throughline.model.Project;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.RiskGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Whoever controls an organization controls its repositories, and lifts the protection of their branches. */
final class OrganizationControlsRepository implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1078", "T1562.001");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        graph.assets(Organization.class)
                .forEach(organization -> below(graph, organization.key(), organization.key(), new HashSet<>(), steps));
    }

    private void below(
            RiskGraph graph, AssetKey organization, AssetKey place, Set<AssetKey> seen, Consumer<AttackStep> steps) {
        if (!seen.add(place)) {
            return;
        }
        for (Repository repository : graph.targets(place, RelationType.CONTAINS, Repository.class)) {
            steps.accept(step(organization, repository.key()));
            for (Branch branch : graph.targets(repository.key(), RelationType.CONTAINS, Branch.class)) {
                steps.accept(step(organization, branch.key()));
            }
        }
        for (Project project : graph.targets(place, RelationType.CONTAINS, Project.class)) {
            below(graph, organization, project.key(), seen, steps);
        }
    }

    private AttackStep step(AssetKey organization, AssetKey controlled) {
        return new AttackStep(
                organization,
                name(),
                controlled,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                Evidence.of("owners of the organization may do anything here", organization, controlled),
                List.of(),
                List.of("keep the owners of " + organization.value() + " few, with phishing-resistant sign-in"));
    }
}
