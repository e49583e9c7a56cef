package dev.throughline.mapping.link;

import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Linker;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Commit;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineRun;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The digests that a run reported to its platform, which knows the run by the identity of its job. */
final class ReportedBuild implements Linker {
    @Override
    public void link(RiskGraph graph, Consumer<Link> links) {
        graph.assets(PipelineRun.class).forEach(run -> {
            for (Relation pushed : graph.outgoing(run.key(), RelationType.PUSHED)) {
                for (Pipeline pipeline : graph.sources(run.key(), RelationType.RAN, Pipeline.class)) {
                    for (Repository repository :
                            graph.sources(pipeline.key(), RelationType.DEFINES, Repository.class)) {
                        links.accept(link(graph, run, pushed, pipeline, repository));
                    }
                }
            }
        });
    }

    private static Link link(
            RiskGraph graph, PipelineRun run, Relation pushed, Pipeline pipeline, Repository repository) {
        Evidence evidence = new Evidence(
                "the platform reported that a run of this repository pushed the digest",
                List.of(repository.key(), pipeline.key(), run.key(), pushed.to()),
                pushed.properties());
        if (run.headRepository() != null
                && !run.headRepository().equals(repository.key().text())) {
            evidence = evidence.with("headRepository", run.headRepository());
        }
        return new Link(
                pushed.to(),
                repository.key(),
                commit(graph, run),
                pipeline.key(),
                run.key(),
                LinkMethod.PLATFORM_BUILD,
                evidence);
    }

    private static @Nullable AssetKey commit(RiskGraph graph, PipelineRun run) {
        List<Commit> commits = graph.targets(run.key(), RelationType.ON_COMMIT, Commit.class);
        return commits.size() == 1 ? commits.get(0).key() : null;
    }
}
