package dev.throughline.attack;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Factor;
import dev.throughline.risk.FactorIndex;
import dev.throughline.risk.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A selection of attack paths, most urgent first. Every step returns a new selection and leaves this one as it was.
 * Immutable and safe to share between threads.
 *
 * <p>A selection that names an asset the graph does not hold fails, unless {@link #allowingNone()} came before: a typo must
 * not look like "no risk".
 */
@CheckReturnValue
public final class AttackPaths {
    private final RiskGraph graph;
    private final FactorIndex factors;
    private final PathReporter reporter;
    private final List<AttackPath> paths;
    private final boolean allowingNone;

    private AttackPaths(
            RiskGraph graph, FactorIndex factors, PathReporter reporter, List<AttackPath> paths, boolean allowingNone) {
        this.graph = graph;
        this.factors = factors;
        this.reporter = reporter;
        this.paths = List.copyOf(paths);
        this.allowingNone = allowingNone;
    }

    /**
     * Selects all paths.
     *
     * @param graph the facts
     * @param factors the factors of the assets
     * @param paths the paths, most urgent first
     * @return the selection of all
     */
    public static AttackPaths of(RiskGraph graph, FactorIndex factors, List<AttackPath> paths) {
        return new AttackPaths(graph, factors, new PathReporter(graph, factors), paths, false);
    }

    private AttackPaths where(Predicate<AttackPath> condition) {
        return new AttackPaths(
                graph, factors, reporter, paths.stream().filter(condition).toList(), allowingNone);
    }

    private AssetKey known(AssetKey asset) {
        if (!allowingNone && graph.number(asset) < 0) {
            throw new IllegalArgumentException(
                    "the graph holds no " + asset + "; if that is fine, say allowingNone() first");
        }
        return asset;
    }

    /**
     * Lets later steps name assets that the graph does not hold.
     *
     * @return a new selection
     */
    public AttackPaths allowingNone() {
        return new AttackPaths(graph, factors, reporter, paths, true);
    }

    /**
     * Only paths from an entry.
     *
     * @param entry key of the entry, such as {@link AssetKey#INTERNET}
     * @return a new selection
     * @throws IllegalArgumentException if the graph does not hold it
     */
    public AttackPaths from(AssetKey entry) {
        AssetKey known = known(entry);
        return where(path -> path.entry().equals(known));
    }

    /**
     * Only paths to an asset.
     *
     * @param target key of the target
     * @return a new selection
     * @throws IllegalArgumentException if the graph does not hold it
     */
    public AttackPaths to(AssetKey target) {
        AssetKey known = known(target);
        return where(path -> path.target().equals(known));
    }

    /**
     * Only paths to assets for which a factor holds.
     *
     * @param factor a factor, such as {@link Factor#SENSITIVE_DATA}
     * @return a new selection
     */
    public AttackPaths to(Factor factor) {
        return where(path -> factors.of(path.target(), factor).isYes());
    }

    /**
     * Only paths that lead through an asset.
     *
     * @param asset key of an asset
     * @return a new selection
     * @throws IllegalArgumentException if the graph does not hold it
     */
    public AttackPaths through(AssetKey asset) {
        AssetKey known = known(asset);
        return where(path -> path.leadsThrough(known));
    }

    /**
     * Only paths of at most some steps.
     *
     * @param hops the most steps
     * @return a new selection
     */
    public AttackPaths withinHops(int hops) {
        return where(path -> path.steps().size() <= hops);
    }

    /**
     * Only paths that are at least this urgent.
     *
     * @param level a level
     * @return a new selection
     */
    public AttackPaths atLeast(Level level) {
        return where(path -> path.level().isAtLeast(level));
    }

    /**
     * One path, the most urgent, for all that have the same shape: the same kinds of steps through the same kinds of assets.
     *
     * @return a new selection, in which {@link AttackPath#alike()} counts the others
     */
    public AttackPaths grouped() {
        Map<String, List<AttackPath>> byShape = new LinkedHashMap<>();
        paths.forEach(path -> byShape.computeIfAbsent(reporter.shape(path), s -> new ArrayList<>())
                .add(path));
        return new AttackPaths(
                graph,
                factors,
                reporter,
                byShape.values().stream()
                        .map(group -> group.get(0).andAlike(group.size() - 1))
                        .toList(),
                allowingNone);
    }

    /**
     * The most urgent paths only.
     *
     * @param count the most paths
     * @return a new selection
     */
    public AttackPaths top(int count) {
        return new AttackPaths(
                graph, factors, reporter, paths.stream().limit(count).toList(), allowingNone);
    }

    /**
     * The selected paths, most urgent first.
     *
     * @return an immutable list; that it is empty is a normal answer
     */
    public List<AttackPath> list() {
        return paths;
    }

    /**
     * The selected paths, most urgent first.
     *
     * @return a stream
     */
    public Stream<AttackPath> stream() {
        return paths.stream();
    }

    /**
     * Hands out the selected paths, most urgent first.
     *
     * @param consumer takes each path
     */
    public void forEach(Consumer<? super AttackPath> consumer) {
        paths.forEach(consumer);
    }

    /**
     * Passes if no path is selected.
     *
     * @throws AssertionError if any is; its message lists them
     */
    public void verify() {
        if (!paths.isEmpty()) {
            StringBuilder message = new StringBuilder("there are " + paths.size() + " attack paths:");
            paths.forEach(path -> message.append("\n  ").append(path));
            throw new AssertionError(message.toString());
        }
    }
}
