package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Branch;
import dev.throughline.model.Evidence;
import dev.throughline.model.Organization;
import dev.throughline.model.PipelineSecret;
import dev.throughline.model.Project;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Whoever may put a pipeline on any branch can have it print every secret that the platform hands to all of them, whether or
 * not a pipeline names it yet. Secrets for protected branches are handed out there only.
 */
final class WriteAccessReadsSecret implements AttackEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1552", "T1677");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        Map<AssetKey, List<PipelineSecret>> ofPlaces = new HashMap<>();
        situation.graph().assets(Repository.class).forEach(repository -> {
            if (Boolean.TRUE.equals(repository.archived())) {
                return;
            }
            List<Branch> branches = situation.graph().targets(repository.key(), RelationType.CONTAINS, Branch.class);
            for (PipelineSecret secret : secrets(situation.graph(), repository, ofPlaces)) {
                if (!Boolean.TRUE.equals(secret.protectedRefsOnly())) {
                    steps.accept(step(repository.key(), secret.key(), "any branch"));
                } else {
                    branches.stream()
                            .filter(branch -> Boolean.TRUE.equals(branch.isProtected()))
                            .forEach(branch -> steps.accept(step(branch.key(), secret.key(), "protected branches")));
                }
            }
        });
    }

    /** Its own, and those that projects and organizations around it hand to it. */
    private static List<PipelineSecret> secrets(
            RiskGraph graph, Repository repository, Map<AssetKey, List<PipelineSecret>> ofPlaces) {
        List<PipelineSecret> secrets =
                new ArrayList<>(graph.targets(repository.key(), RelationType.CONTAINS, PipelineSecret.class));
        Set<AssetKey> seen = new HashSet<>();
        List<AssetKey> places = new ArrayList<>(List.of(repository.key()));
        for (int i = 0; i < places.size(); i++) {
            List<AssetKey> around = new ArrayList<>();
            graph.sources(places.get(i), RelationType.CONTAINS, Project.class).forEach(p -> around.add(p.key()));
            graph.sources(places.get(i), RelationType.CONTAINS, Organization.class)
                    .forEach(o -> around.add(o.key()));
            for (AssetKey place : around) {
                if (seen.add(place)) {
                    places.add(place);
                    ofPlaces
                            .computeIfAbsent(place, p -> graph.targets(p, RelationType.CONTAINS, PipelineSecret.class))
                            .stream()
                            .filter(secret -> isHandedTo(secret, repository))
                            .forEach(secrets::add);
                }
            }
        }
        return secrets;
    }

    /** Which repositories were selected is said by relations of their pipelines. */
    private static boolean isHandedTo(PipelineSecret secret, Repository repository) {
        return "all".equals(secret.visibility())
                || ("private".equals(secret.visibility()) && repository.visibility() != Visibility.PUBLIC);
    }

    private AttackStep step(AssetKey writable, AssetKey secret, String runs) {
        return new AttackStep(
                writable,
                name(),
                secret,
                techniques(),
                Likelihood.EASY.probability(),
                Evidence.of("pipelines on " + runs + " are handed the secret", writable, secret),
                List.of("move the secret " + secret.value() + " to an environment that only protected branches enter"),
                List.of("replace the secret " + secret.value() + " by OpenID Connect"));
    }
}
