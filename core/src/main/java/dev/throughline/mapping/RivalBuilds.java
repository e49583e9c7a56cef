package dev.throughline.mapping;

import dev.throughline.model.AssetKey;
import dev.throughline.model.PipelineRun;
import dev.throughline.model.RiskGraph;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds the builds that platforms reported of one image against each other, and against verified provenance. A job may list
 * any digest it has heard of, and nobody can name a digest before it was built: of runs of several repositories, the one
 * that ended before the others began was first, and what they say is a claim. When they ran at one time, or when is not
 * known, nobody can tell which was first, and all of it is a claim.
 *
 * <p>A build that is reproduced elsewhere, bit by bit, is reported by both that built it, and the second is taken for a
 * claim as well.
 */
final class RivalBuilds {
    private final RiskGraph graph;
    /** The repositories that verified provenance names. */
    private final SortedSet<AssetKey> signed = new TreeSet<>();
    /** The report whose run began first, as far as anybody knows; null if there is none. */
    private @Nullable Link first;
    /** The same among those of other repositories. */
    private @Nullable Link firstOfOthers;

    private RivalBuilds(RiskGraph graph, List<Link> links) {
        this.graph = graph;
        for (Link link : links) {
            if (link.trust() == Trust.SIGNED) {
                signed.add(link.repository());
            } else if (link.trust() == Trust.PLATFORM && (first == null || isBefore(link, first))) {
                first = link;
            }
        }
        for (Link link : links) {
            if (link.trust() == Trust.PLATFORM
                    && first != null
                    && !link.repository().equals(first.repository())
                    && (firstOfOthers == null || isBefore(link, firstOfOthers))) {
                firstOfOthers = link;
            }
        }
    }

    /** Puts in place of every report that is contradicted what is left of it. Takes time linear in the links. */
    static void settle(RiskGraph graph, List<Link> links) {
        RivalBuilds rivals = new RivalBuilds(graph, links);
        if (rivals.first != null) {
            links.replaceAll(rivals::settled);
        }
    }

    private Link settled(Link link) {
        if (link.trust() != Trust.PLATFORM) {
            return link;
        }
        if (!signed.isEmpty()) {
            return signed.contains(link.repository())
                    ? link
                    : link.contradicted(
                            "verified provenance names another repository",
                            Map.of("verifiedRepository", signed.first().value()));
        }
        Link rival = first != null && !link.repository().equals(first.repository()) ? first : firstOfOthers;
        return rival == null || ended(link).isBefore(began(rival))
                ? link
                : link.contradicted(
                        "a run of another repository reported it too, and this run is not known to have ended first",
                        Map.of("rivalRun", String.valueOf(rival.run())));
    }

    /** Of two that began at one time, that of the first key, so that the order of the links shows nowhere. */
    private boolean isBefore(Link link, Link other) {
        int order = began(link).compareTo(began(other));
        return order < 0 || (order == 0 && String.valueOf(link.run()).compareTo(String.valueOf(other.run())) < 0);
    }

    /** When the run began at the earliest. */
    private Instant began(Link link) {
        PipelineRun run = run(link);
        return run == null || run.startedAt() == null ? Instant.MIN : run.startedAt();
    }

    /** When the run ended at the latest. */
    private Instant ended(Link link) {
        PipelineRun run = run(link);
        return run == null || run.endedAt() == null ? Instant.MAX : run.endedAt();
    }

    private @Nullable PipelineRun run(Link link) {
        return link.run() == null
                ? null
                : graph.find(link.run(), PipelineRun.class).orElse(null);
    }
}
