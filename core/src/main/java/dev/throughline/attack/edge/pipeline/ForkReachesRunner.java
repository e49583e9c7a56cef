package dev.throughline.attack.edge.pipeline;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineJob;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Visibility;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A pull request of a fork runs a job on a machine of the organization that later jobs share. Of a pull request the workflows of
 * the fork are run, and so it may add a job for any runner that the repository may use.
 */
final class ForkReachesRunner implements AttackEdge {
    private static final String HOST = "github.com/";
    private static final List<String> FOR_FORKS = List.of("pull_request", "pull_request_target");

    @Override
    public List<String> techniques() {
        return List.of("T1677", "T1199");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RunnerChoice runners = situation.prepared(RunnerChoice.class, RunnerChoice::new);
        situation.graph().assets(Repository.class).forEach(repository -> {
            boolean open = repository.visibility() == Visibility.PUBLIC
                    && repository.key().value().startsWith(HOST);
            if (open && !Boolean.TRUE.equals(repository.archived())) {
                Map<AssetKey, Use> uses = uses(situation.graph(), repository, runners);
                Set<AssetKey> reached = new TreeSet<>(uses.keySet());
                reached.addAll(runners.forForks(repository));
                reached.forEach(runner -> steps.accept(step(repository, uses.get(runner), runner)));
            }
        });
    }

    /** A job that runs on the pull requests of forks. */
    private record Use(AssetKey pipeline, String job) {}

    private static Map<AssetKey, Use> uses(RiskGraph graph, Repository repository, RunnerChoice runners) {
        Map<AssetKey, Use> uses = new HashMap<>();
        for (Pipeline pipeline : graph.targets(repository.key(), RelationType.DEFINES, Pipeline.class)) {
            boolean active = pipeline.state() == null || pipeline.state().equals("active");
            if (active
                    && pipeline.triggers() != null
                    && pipeline.triggers().stream().anyMatch(FOR_FORKS::contains)) {
                for (PipelineJob job : PipelineJob.of(pipeline)) {
                    runners.forForks(repository, job)
                            .forEach(runner -> uses.putIfAbsent(runner, new Use(pipeline.key(), job.name())));
                }
            }
        }
        return uses;
    }

    /** Unless all outsiders need an approval, who once had a small change merged needs none. */
    private AttackStep step(Repository repository, @Nullable Use use, AssetKey runner) {
        boolean approved = "all_external_contributors".equals(repository.forkApproval());
        Evidence evidence = use == null
                ? Evidence.of(
                        "a pull request of a fork may add a job for a machine that is kept for later jobs",
                        AssetKey.ANY_GITHUB_USER,
                        repository.key(),
                        runner)
                : Evidence.of(
                                "a pull request of a fork runs on a machine that is kept for later jobs",
                                AssetKey.ANY_GITHUB_USER,
                                repository.key(),
                                use.pipeline(),
                                runner)
                        .with("job", use.job());
        return new AttackStep(
                AssetKey.ANY_GITHUB_USER,
                name(),
                runner,
                techniques(),
                (approved ? Likelihood.HARD : Likelihood.MODERATE).probability(),
                evidence.with("weakness", "self-hosted runner of a public repository"),
                List.of("let the public repository " + repository.key().value()
                        + " use no runners but those of the platform, or that serve one job only"),
                List.of("require an approval for the pull requests of all outsiders in "
                        + repository.key().value()));
    }
}
