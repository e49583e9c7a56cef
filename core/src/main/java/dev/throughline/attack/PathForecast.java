package dev.throughline.attack;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Tells what becomes of the best paths under an {@link AttackOverlay}. It searches once from each entry when it is first asked
 * about it, and keeps that; each answer then takes time only in what was reached through steps that are gone or weakened. Safe to share
 * between threads.
 */
@CheckReturnValue
public final class PathForecast {
    private final AttackGraph graph;
    private final PathReporter reporter;
    private final Set<AssetKey> entries;
    private final List<AttackPath> paths;
    private final Remedies remedies;
    private final Map<Set<AssetKey>, PathFinder> finders = new ConcurrentHashMap<>();

    /**
     * Prepares a forecast; nothing is searched yet.
     *
     * @param graph the steps
     * @param reporter reports paths
     * @param entries where attackers start
     * @param paths the best path for each entry and target
     */
    public PathForecast(
            AttackGraph graph, PathReporter reporter, Collection<AssetKey> entries, List<AttackPath> paths) {
        this.graph = graph;
        this.reporter = reporter;
        this.entries = new TreeSet<>(entries);
        this.paths = List.copyOf(paths);
        this.remedies = new Remedies(paths);
    }

    /**
     * The paths that take a step which is gone or weakened, and what is left instead. All others stay as they are.
     *
     * @param overlay what is gone or weakened
     * @return the changes, in the order of the paths
     */
    public List<PathChange> changes(AttackOverlay overlay) {
        Set<Fix.StopStep> touched = overlay.touched().map(PathForecast::name).collect(Collectors.toSet());
        Map<AssetKey, PathFinder> left = new HashMap<>();
        List<PathChange> changes = new ArrayList<>();
        for (AttackPath path : paths) {
            if (path.steps().stream().anyMatch(step -> touched.contains(name(step)))) {
                PathFinder finder = left.computeIfAbsent(path.entry(), entry -> from(Set.of(entry), overlay));
                AttackPath after = finder.path(path.target())
                        .map(steps -> remedies.ranked(reporter.path(steps)))
                        .orElse(null);
                if (after == null || !isSame(path, after)) {
                    changes.add(new PathChange(path, after));
                }
            }
        }
        return changes;
    }

    private static boolean isSame(AttackPath a, AttackPath b) {
        return a.key().equals(b.key()) && a.probability() == b.probability();
    }

    private static Fix.StopStep name(AttackStep step) {
        return new Fix.StopStep(step.from(), step.edge(), step.to());
    }

    /**
     * The paths after some changes.
     *
     * @param changes the changes
     * @return the paths that stay and those that come instead of others, most urgent first
     */
    public List<AttackPath> after(List<PathChange> changes) {
        Map<AttackPath, PathChange> changed = new HashMap<>();
        changes.forEach(change -> changed.put(change.before(), change));
        List<AttackPath> after = new ArrayList<>();
        for (AttackPath path : paths) {
            PathChange change = changed.get(path);
            if (change == null) {
                after.add(path);
            } else if (change.after() != null) {
                after.add(change.after());
            }
        }
        after.sort(PathReporter.MOST_URGENT_FIRST);
        return after;
    }

    /**
     * What attackers can still reach from all entries.
     *
     * @param overlay what is gone or weakened
     * @return the best ways that are left
     */
    public PathFinder fromOutside(AttackOverlay overlay) {
        return from(entries, overlay);
    }

    private PathFinder from(Set<AssetKey> some, AttackOverlay overlay) {
        return finders.computeIfAbsent(some, origins -> PathFinder.from(graph, origins))
                .after(overlay);
    }
}
