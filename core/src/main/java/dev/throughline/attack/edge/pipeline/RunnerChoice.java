package dev.throughline.attack.edge.pipeline;

import dev.throughline.model.AgentPool;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Organization;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineJob;
import dev.throughline.model.Project;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Runner;
import dev.throughline.model.RunnerGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which machines that are kept after a job may run it. A runner in a group is told by its group, and an agent by its pool,
 * so that the number of steps does not grow with that of the machines.
 */
final class RunnerChoice {
    private final RiskGraph graph;
    private final Map<AssetKey, List<Place>> byOwner = new HashMap<>();

    RunnerChoice(RiskGraph graph) {
        this.graph = graph;
    }

    /** What stands for a runner, whether any repository of its owner may use it, and public ones; null if not known. */
    private record Place(
            AssetKey key,
            Runner runner,
            boolean forAll,
            @Nullable Boolean forPublic) {}

    /** The machines that jobs of a pipeline run on. */
    Set<AssetKey> of(Repository repository, Pipeline pipeline) {
        Set<AssetKey> found = new TreeSet<>();
        graph.targets(pipeline.key(), RelationType.RUNS_ON, AgentPool.class).stream()
                .filter(pool -> !Boolean.TRUE.equals(pool.hosted()))
                .forEach(pool -> found.add(pool.key()));
        graph.targets(pipeline.key(), RelationType.RUNS_ON, Runner.class).stream()
                .filter(RunnerChoice::isKept)
                .forEach(runner -> found.add(runner.key()));
        for (PipelineJob job : PipelineJob.of(pipeline)) {
            choose(repository, job, false, found);
        }
        return found;
    }

    /** The machines that a job of a pull request from a fork runs on. */
    Set<AssetKey> forForks(Repository repository, PipelineJob job) {
        Set<AssetKey> found = new TreeSet<>();
        choose(repository, job, true, found);
        return found;
    }

    /** The machines that are known to be there for any job of a pull request from a fork. */
    Set<AssetKey> forForks(Repository repository) {
        Set<AssetKey> found = new TreeSet<>();
        open(repository, true)
                .filter(place -> Boolean.TRUE.equals(place.forPublic()))
                .forEach(place -> found.add(place.key()));
        return found;
    }

    private void choose(Repository repository, PipelineJob job, boolean forks, Set<AssetKey> found) {
        if (!job.runsOn().isEmpty()) {
            open(repository, forks)
                    .filter(place -> serves(place.runner(), job))
                    .forEach(place -> found.add(place.key()));
        }
    }

    private Stream<Place> open(Repository repository, boolean forks) {
        return owners(repository.key()).stream()
                .flatMap(owner -> byOwner.computeIfAbsent(owner, this::places).stream()
                        .filter(place -> owner.equals(repository.key())
                                || place.forAll()
                                || isSelected(repository, place.key())))
                .filter(place -> !forks
                        || (!Boolean.FALSE.equals(place.forPublic())
                                && !Boolean.TRUE.equals(place.runner().protectedRefsOnly())));
    }

    private boolean isSelected(Repository repository, AssetKey runner) {
        return graph.outgoing(repository.key(), RelationType.RUNS_ON).stream()
                .anyMatch(use -> use.to().equals(runner));
    }

    private static boolean serves(Runner runner, PipelineJob job) {
        return runner.labels() != null
                && job.runsOn().stream()
                        .allMatch(label -> runner.labels().stream().anyMatch(label::equalsIgnoreCase));
    }

    /** The repository and what is around it. */
    private List<AssetKey> owners(AssetKey repository) {
        Set<AssetKey> seen = new HashSet<>();
        List<AssetKey> owners = new ArrayList<>(List.of(repository));
        for (int i = 0; i < owners.size(); i++) {
            AssetKey inner = owners.get(i);
            graph.sources(inner, RelationType.CONTAINS, Project.class).stream()
                    .map(Project::key)
                    .filter(seen::add)
                    .forEach(owners::add);
            graph.sources(inner, RelationType.CONTAINS, Organization.class).stream()
                    .map(Organization::key)
                    .filter(seen::add)
                    .forEach(owners::add);
        }
        return owners;
    }

    private List<Place> places(AssetKey owner) {
        List<Place> places = new ArrayList<>();
        for (Runner runner : graph.targets(owner, RelationType.CONTAINS, Runner.class)) {
            boolean grouped = !graph.sources(runner.key(), RelationType.CONTAINS, RunnerGroup.class)
                    .isEmpty();
            if (isKept(runner) && !grouped) {
                // A runner of an organization is in some group, which was not read.
                places.add(new Place(runner.key(), runner, true, owner.mayBe(AssetKind.REPOSITORY) ? true : null));
            }
        }
        for (RunnerGroup group : graph.targets(owner, RelationType.CONTAINS, RunnerGroup.class)) {
            for (Runner runner : graph.targets(group.key(), RelationType.CONTAINS, Runner.class)) {
                if (isKept(runner)) {
                    boolean forAll = Objects.equals(group.visibility(), "all");
                    places.add(new Place(group.key(), runner, forAll, group.allowsPublicRepositories()));
                }
            }
        }
        return places;
    }

    private static boolean isKept(Runner runner) {
        return Boolean.TRUE.equals(runner.selfHosted()) && !Boolean.TRUE.equals(runner.ephemeral());
    }
}
