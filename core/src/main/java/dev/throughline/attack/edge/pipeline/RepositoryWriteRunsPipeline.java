package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.Alternative;
import dev.throughline.attack.Alternatives;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Fix;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Branch;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pipeline;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who can write to a repository can change what its pipelines do, and start them. Reviews that administrators cannot pass by
 * stand in the way of the default branch, but not of tags and other branches a pipeline may start on.
 */
final class RepositoryWriteRunsPipeline implements AttackEdge {
    private static final Set<String> STARTED_BY_WRITING = Set.of(
            "push",
            "workflow_dispatch",
            "create",
            "release",
            "repository_dispatch",
            "pull_request",
            "merge_request_event",
            "manual");

    @Override
    public List<String> techniques() {
        return List.of("T1677");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        situation.graph().assets(Repository.class).forEach(repository -> {
            if (Boolean.TRUE.equals(repository.archived())) {
                return;
            }
            for (Pipeline pipeline :
                    situation.graph().targets(repository.key(), RelationType.DEFINES, Pipeline.class)) {
                if (canStart(pipeline)) {
                    steps.accept(step(repository, pipeline, defaultBranch(situation, repository)));
                }
            }
        });
    }

    private static boolean canStart(Pipeline pipeline) {
        boolean active = pipeline.state() == null || pipeline.state().equals("active");
        return active
                && (pipeline.triggers() == null || pipeline.triggers().stream().anyMatch(STARTED_BY_WRITING::contains));
    }

    private static Optional<Branch> defaultBranch(AttackSituation situation, Repository repository) {
        return repository.defaultBranch() == null
                ? Optional.empty()
                : situation.graph().find(AssetKey.branch(repository.key(), repository.defaultBranch()), Branch.class);
    }

    private AttackStep step(Repository repository, Pipeline pipeline, Optional<Branch> branch) {
        Evidence evidence = Evidence.of("", repository.key(), pipeline.key())
                .with("triggers", pipeline.triggers() == null ? "unknown" : String.join(", ", pipeline.triggers()));
        String protect = branch.map(known -> new Fix.Protect(known.key()).remedy())
                .orElse("require reviews on the default branch of "
                        + repository.key().value() + ", for administrators too");
        List<Alternative> ways = new ArrayList<>();
        Gate gate = branch.map(Gate::of).orElse(Gate.UNKNOWN);
        if (gate != Gate.SHUT) {
            ways.add(gate.way(List.of(protect)));
        }
        ways.add(Gate.SHUT.way(List.of()));
        return new Alternatives(
                        evidence,
                        List.of(),
                        List.of("protect the tags and branches that start "
                                + pipeline.key().value()),
                        ways)
                .step(repository.key(), this, pipeline.key());
    }

    private enum Gate {
        OPEN(Likelihood.EASY, "nobody needs to review what reaches the default branch"),
        PASSABLE(Likelihood.MODERATE, "administrators need no review for the default branch"),
        SHUT(Likelihood.HARD, "the default branch needs a review; tags and other branches may not"),
        UNKNOWN(Likelihood.MODERATE, "whether the default branch is protected was not read");

        private final Likelihood likelihood;
        private final String statement;

        Gate(Likelihood likelihood, String statement) {
            this.likelihood = likelihood;
            this.statement = statement;
        }

        Alternative way(List<String> breaks) {
            return Alternative.of(likelihood, Evidence.of(statement), breaks);
        }

        static Gate of(Branch branch) {
            if (Boolean.FALSE.equals(branch.isProtected())) {
                return OPEN;
            }
            Long reviews = branch.requiredReviews();
            if (reviews == null) {
                return UNKNOWN;
            }
            if (reviews == 0) {
                return OPEN;
            }
            return Boolean.TRUE.equals(branch.enforcedForAdmins()) ? SHUT : PASSABLE;
        }
    }
}
