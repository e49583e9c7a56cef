package dev.throughline.mapping.link;

import dev.throughline.mapping.Link;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Linker;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Commit;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineRun;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.RiskGraph;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The digests that a run reported to its platform, which knows the run by the identity of its job. A run for a fork built
 * code that nobody had accepted into the repository: whoever opened the pull request wrote it, so the link is a claim, and
 * half as sure.
 *
 * <p>The platform vouches for who says so, not for what is said: a job may list any digest. So what is known must not
 * contradict it. A run cannot have built what a registry held, or what by its own configuration was built, before the run
 * began. It counts as a claim then. Times from before 2008 count for nothing, nor does that of the commit the run built, where
 * labels of the image name this commit too. An image that writes no time and that nobody else reported contradicts no run.
 */
final class ReportedBuild implements Linker {
    private static final double OF_A_FORK = LinkMethod.PLATFORM_BUILD.confidence() / 2;

    @Override
    public void link(RiskGraph graph, Consumer<Link> links) {
        NameReuse names = new NameReuse(graph);
        graph.assets(PipelineRun.class).forEach(run -> {
            List<Relation> pushes = graph.outgoing(run.key(), RelationType.PUSHED);
            if (!pushes.isEmpty()) {
                for (Pipeline pipeline : graph.sources(run.key(), RelationType.RAN, Pipeline.class)) {
                    for (Repository repository :
                            graph.sources(pipeline.key(), RelationType.DEFINES, Repository.class)) {
                        pushes.forEach(pushed -> {
                            Link link = inTime(graph, run, link(graph, run, pushed, pipeline, repository));
                            links.accept(names.checked(link, run.startedAt()));
                        });
                    }
                }
            }
        });
    }

    /** The link, or what is left of it if the image is older than the run. */
    private static Link inTime(RiskGraph graph, PipelineRun run, Link link) {
        Instant startedAt = run.startedAt();
        if (startedAt == null) {
            return link;
        }
        Commit commit = link.commit() == null
                ? null
                : graph.find(link.commit(), Commit.class).orElse(null);
        Instant seenAt =
                BuildTime.earlier(BuildTime.of(graph, link.subject(), commit), PushTime.of(graph, link.subject()));
        return seenAt == null || !seenAt.isBefore(startedAt)
                ? link
                : link.contradicted(
                        "the image is older than the run",
                        Map.of("imageSeenAt", seenAt.toString(), "runStartedAt", startedAt.toString()));
    }

    private static Link link(
            RiskGraph graph, PipelineRun run, Relation pushed, Pipeline pipeline, Repository repository) {
        String head = Objects.requireNonNullElse(
                run.headRepository(), repository.key().text());
        boolean ofFork = !head.equals(repository.key().text());
        Evidence evidence = new Evidence(
                ofFork
                        ? "the platform reported that a run of this repository pushed the digest, but the run built the"
                                + " commit of a fork"
                        : "the platform reported that a run of this repository pushed the digest",
                List.of(repository.key(), pipeline.key(), run.key(), pushed.to()),
                pushed.properties());
        return new Link(
                pushed.to(),
                repository.key(),
                commit(graph, run),
                pipeline.key(),
                run.key(),
                LinkMethod.PLATFORM_BUILD,
                ofFork ? Trust.CLAIMED : Trust.PLATFORM,
                ofFork ? OF_A_FORK : LinkMethod.PLATFORM_BUILD.confidence(),
                ofFork ? evidence.with("headRepository", head) : evidence);
    }

    private static @Nullable AssetKey commit(RiskGraph graph, PipelineRun run) {
        List<Commit> commits = graph.targets(run.key(), RelationType.ON_COMMIT, Commit.class);
        return commits.size() == 1 ? commits.get(0).key() : null;
    }
}
