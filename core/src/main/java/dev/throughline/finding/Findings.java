package dev.throughline.finding;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.WeaknessType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Level;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A selection of findings. Every step returns a new selection and leaves this one as it was. Immutable and safe to share
 * between threads.
 *
 * <p>A selection that names an asset the graph does not hold fails, unless {@link #allowingNone()} came before: a typo must
 * not look like "no risk".
 */
@CheckReturnValue
public final class Findings {
    static final Comparator<Finding> MOST_URGENT_FIRST = Comparator.comparing(Finding::level)
            .thenComparing(finding -> finding.score().value(), Comparator.reverseOrder())
            .thenComparing(finding -> finding.paths().size(), Comparator.reverseOrder())
            .thenComparing(Finding::title)
            .thenComparing(Finding::asset)
            .thenComparing(Finding::key);

    private final RiskGraph graph;
    private final List<Finding> findings;
    private final boolean allowingNone;

    private Findings(RiskGraph graph, List<Finding> findings, boolean allowingNone) {
        this.graph = graph;
        this.findings = List.copyOf(findings);
        this.allowingNone = allowingNone;
    }

    /**
     * Selects all findings.
     *
     * @param graph the facts
     * @param findings the findings
     * @return the selection of all, those that are fixed among them
     */
    public static Findings of(RiskGraph graph, List<Finding> findings) {
        return new Findings(graph, findings, false);
    }

    /**
     * Only findings that fit a condition.
     *
     * @param condition the condition
     * @return a new selection
     */
    public Findings where(Predicate<? super Finding> condition) {
        return new Findings(graph, findings.stream().filter(condition).toList(), allowingNone);
    }

    /**
     * Lets later steps name assets that the graph does not hold.
     *
     * @return a new selection
     */
    public Findings allowingNone() {
        return new Findings(graph, findings, true);
    }

    /**
     * Only findings that are still there.
     *
     * @return a new selection
     */
    public Findings open() {
        return where(finding -> finding.state() == Finding.State.OPEN);
    }

    /**
     * Only findings that a workload runs.
     *
     * @return a new selection
     */
    public Findings inProduction() {
        return where(finding -> !finding.workloads().isEmpty());
    }

    /**
     * Only findings for which all of some factors hold: for their own vulnerability, their place, or anything that runs it.
     *
     * @param factors the factors, such as {@link Factor#INTERNET_EXPOSED}
     * @return a new selection
     */
    public Findings with(Factor... factors) {
        List<Factor> wanted = List.of(factors);
        return where(finding -> wanted.stream().allMatch(finding::has));
    }

    /**
     * Only findings that are at least this urgent.
     *
     * @param level a level
     * @return a new selection
     */
    public Findings atLeast(Level level) {
        return where(finding -> finding.level().isAtLeast(level));
    }

    /**
     * Only findings of a type.
     *
     * @param type a type
     * @return a new selection
     */
    public Findings ofType(WeaknessType type) {
        return where(finding -> finding.type() == type);
    }

    /**
     * Only findings at an asset, in code of a repository, or run by a workload.
     *
     * @param asset key of the asset, repository or workload
     * @return a new selection
     * @throws IllegalArgumentException if the graph does not hold it
     */
    public Findings at(AssetKey asset) {
        if (!allowingNone && graph.number(asset) < 0) {
            throw new IllegalArgumentException(
                    "the graph holds no " + asset + "; if that is fine, say allowingNone() first");
        }
        return where(finding -> finding.asset().equals(asset)
                || asset.equals(finding.repository())
                || finding.workloads().contains(asset));
    }

    /**
     * The same findings, most urgent first.
     *
     * @return a new selection
     */
    public Findings prioritized() {
        return new Findings(graph, findings.stream().sorted(MOST_URGENT_FIRST).toList(), allowingNone);
    }

    /**
     * The first findings only.
     *
     * @param count the most findings
     * @return a new selection
     */
    public Findings limit(int count) {
        return new Findings(graph, findings.stream().limit(count).toList(), allowingNone);
    }

    /**
     * The selected findings, ordered by key unless {@linkplain #prioritized() prioritized}.
     *
     * @return an immutable list
     */
    public List<Finding> list() {
        return findings;
    }

    /**
     * The selected findings, in the order of {@link #list()}.
     *
     * @return a stream
     */
    public Stream<Finding> stream() {
        return findings.stream();
    }

    /**
     * Hands out the selected findings, in the order of {@link #list()}.
     *
     * @param consumer takes each finding
     */
    public void forEach(Consumer<? super Finding> consumer) {
        findings.forEach(consumer);
    }

    /**
     * Passes if no finding is selected.
     *
     * @throws AssertionError if any is; its message lists them
     */
    public void verify() {
        if (!findings.isEmpty()) {
            StringBuilder message = new StringBuilder("there are " + findings.size() + " findings:");
            findings.forEach(finding -> message.append("\n  ").append(finding));
            throw new AssertionError(message.toString());
        }
    }
}
