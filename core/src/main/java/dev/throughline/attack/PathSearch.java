package dev.throughline.attack;

import dev.throughline.attack.search.BestPaths;
import dev.throughline.attack.search.BestThrough;
import dev.throughline.attack.search.Effort;
import dev.throughline.attack.search.HopLimitedPaths;
import dev.throughline.attack.search.LooplessPaths;
import dev.throughline.attack.search.PathsThrough;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers one question, with one search for each entry, and one more for each target where more than the best is asked for. */
final class PathSearch {
    private final AttackGraph graph;
    private final PathReporter reporter;
    private final PathQuestion question;
    private final Effort effort;
    private final List<AttackPath> found = new ArrayList<>();

    private PathSearch(AttackGraph graph, PathReporter reporter, PathQuestion question) {
        this.graph = graph;
        this.reporter = reporter;
        this.question = question;
        this.effort = Effort.of(question.effort());
    }

    /** Searches paths between some assets, as a question asks for them otherwise. */
    static PathAnswer answer(
            AttackGraph graph,
            PathReporter reporter,
            PathQuestion question,
            Set<AssetKey> entries,
            Set<AssetKey> targets) {
        PathSearch search = new PathSearch(graph, reporter, question);
        search.search(graph.numbers(entries), graph.numbers(targets));
        search.found.sort(PathReporter.MOST_URGENT_FIRST);
        return new PathAnswer(List.copyOf(search.found), search.effort.isSpent());
    }

    private void search(int[] entries, int[] targets) {
        int[] through = graph.numbers(question.through());
        if (through.length < question.through().size()) {
            return; // one of them no step leads to
        }
        if (through.length == 0) {
            for (int entry : entries) {
                searchBest(entry, targets);
            }
        } else {
            searchThrough(entries, through, targets);
        }
    }

    private void searchBest(int entry, int[] targets) {
        IntFunction<int[]> best = best(entry);
        for (int target : targets) {
            int[] path = best.apply(target);
            if (path.length > 0) {
                report(path);
                if (question.next() > 0) {
                    LooplessPaths paths = LooplessPaths.from(graph.arrays(), path, question.hops(), effort);
                    paths.next(); // the best, again
                    report(paths::next, question.next(), new int[0]);
                }
            }
        }
    }

    private IntFunction<int[]> best(int entry) {
        int[] entries = {entry};
        return question.hops() == Integer.MAX_VALUE
                ? BestPaths.from(graph.arrays(), entries, effort)::path
                : HopLimitedPaths.from(graph.arrays(), entries, question.hops(), effort)::path;
    }

    private void searchThrough(int[] entries, int[] through, int[] targets) {
        BestThrough best = BestThrough.of(graph.arrays(), through[0], effort);
        for (int entry : entries) {
            for (int target : targets) {
                if (entry == target || !best.isBetween(entry, target)) {
                    continue;
                }
                if (question.next() == 0 && through.length == 1) {
                    report(best.path(entry, target, question.hops()));
                } else {
                    PathsThrough paths =
                            PathsThrough.between(graph.arrays(), entry, through[0], target, question.hops(), effort);
                    report(paths::next, 1 + question.next(), through);
                }
            }
        }
    }

    /** Reports the first of some paths, of those that lead through all of some assets. */
    private void report(Supplier<int @Nullable []> paths, int count, int[] through) {
        int left = count;
        while (left > 0) {
            int[] path = paths.get();
            if (path == null) {
                return;
            }
            if (leadsThrough(path, through)) {
                report(path);
                left--;
            }
        }
    }

    private boolean leadsThrough(int[] path, int[] assets) {
        for (int asset : assets) {
            boolean met = graph.start(path[0]) == asset;
            for (int step : path) {
                met |= graph.end(step) == asset;
            }
            if (!met) {
                return false;
            }
        }
        return true;
    }

    private void report(int @Nullable [] path) {
        if (path != null) {
            found.add(reporter.path(graph.steps(path)));
        }
    }
}
