package dev.throughline.attack;

import com.google.common.base.Suppliers;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A question for attack paths, and its answer: the paths, most urgent first. Without further words it is the most likely path
 * from each place outside to each asset that is critical or sensitive.
 *
 * <p>Some steps say what to look for: {@link #from from}, {@link #to(AssetKey) to}, {@link #through}, {@link #withinHops},
 * {@link #nextBest} and {@link #withinEffort}; they may be said in any order. The others choose among what is found, each from
 * what the one before it left. Every step returns a new selection and leaves this one as it was. The search runs when the
 * answer is first asked for, and once. Immutable and safe to share between threads.
 *
 * <p>A selection that names an asset the graph does not hold fails, unless {@link #allowingNone()} came before: a typo must
 * not look like "no risk".
 */
@CheckReturnValue
public final class AttackPaths {
    private final KnownPaths known;
    private final PathQuestion question;
    private final Supplier<PathAnswer> answer;
    private final UnaryOperator<List<AttackPath>> choice;
    private final boolean allowingNone;

    private AttackPaths(
            KnownPaths known,
            PathQuestion question,
            Supplier<PathAnswer> answer,
            UnaryOperator<List<AttackPath>> choice,
            boolean allowingNone) {
        this.known = known;
        this.question = question;
        this.answer = answer;
        this.choice = choice;
        this.allowingNone = allowingNone;
    }

    /**
     * Asks for the most likely paths from outside to what is critical or sensitive.
     *
     * @param graph the facts
     * @param factors the factors of the assets
     * @param attacks the steps
     * @param outside where attackers start, unless it is said otherwise
     * @param best the paths, as {@link PathReporter#paths} found them
     * @return the selection of all
     */
    public static AttackPaths of(
            RiskGraph graph, FactorIndex factors, AttackGraph attacks, Set<AssetKey> outside, List<AttackPath> best) {
        KnownPaths known = new KnownPaths(graph, factors, attacks, outside, best);
        return asking(known, PathQuestion.ANY, UnaryOperator.identity(), false);
    }

    private static AttackPaths asking(
            KnownPaths known, PathQuestion question, UnaryOperator<List<AttackPath>> choice, boolean allowingNone) {
        Supplier<PathAnswer> answer = Suppliers.memoize(() -> known.answer(question));
        return new AttackPaths(known, question, answer, choice, allowingNone);
    }

    private AttackPaths asking(PathQuestion other) {
        return asking(known, other, choice, allowingNone);
    }

    private AttackPaths choosing(UnaryOperator<List<AttackPath>> next) {
        UnaryOperator<List<AttackPath>> both = paths -> next.apply(choice.apply(paths));
        return new AttackPaths(known, question, answer, both, allowingNone);
    }

    private AssetKey known(AssetKey asset) {
        if (!allowingNone && !known.holds(asset)) {
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
        return new AttackPaths(known, question, answer, choice, true);
    }

    /**
     * Only paths from an asset: a place outside, or what an insider holds to begin with, such as an identity or a repository.
     *
     * @param entry key of the asset, such as {@link AssetKey#INTERNET}
     * @return a new selection
     * @throws IllegalArgumentException if the graph does not hold it
     */
    public AttackPaths from(AssetKey entry) {
        return asking(question.from(Set.of(known(entry))));
    }

    /**
     * Only paths to an asset, which need be neither critical nor sensitive.
     *
     * @param target key of the target
     * @return a new selection
     * @throws IllegalArgumentException if the graph does not hold it
     */
    public AttackPaths to(AssetKey target) {
        return asking(question.to(Set.of(known(target))));
    }

    /**
     * Only paths to assets for which a factor holds. Said twice, both must hold.
     *
     * @param factor a factor, such as {@link Factor#SENSITIVE_DATA}
     * @return a new selection
     */
    public AttackPaths to(Factor factor) {
        return asking(question.to(known.with(factor)));
    }

    /**
     * Only paths that lead through an asset: of all that do, the most likely for each entry and target. It may begin or end
     * there.
     *
     * @param asset key of an asset
     * @return a new selection
     * @throws IllegalArgumentException if the graph does not hold it
     */
    public AttackPaths through(AssetKey asset) {
        return asking(question.through(known(asset)));
    }

    /**
     * Only paths of at most some steps: of all that are so short, the most likely for each entry and target.
     *
     * @param hops the most steps
     * @return a new selection
     */
    public AttackPaths withinHops(int hops) {
        return asking(question.withinHops(hops));
    }

    /**
     * For each entry and target the next most likely paths too, as far as there are any that visit nothing twice. Takes time
     * for each of them.
     *
     * @param more how many besides the most likely
     * @return a new selection
     */
    public AttackPaths nextBest(int more) {
        return asking(question.nextBest(more));
    }

    /**
     * Looks at a limited number of attack steps in all searches of this question, a billion unless it is said. Where that is
     * not enough, the answer lacks paths and {@link #isTruncated()} tells.
     *
     * @param steps the most steps to look at; ten million take about a second
     * @return a new selection
     * @throws IllegalArgumentException if the number is negative
     */
    public AttackPaths withinEffort(long steps) {
        return asking(question.withinEffort(steps));
    }

    /**
     * Only paths that are at least this urgent.
     *
     * @param level a level
     * @return a new selection
     */
    public AttackPaths atLeast(Level level) {
        return choosing(paths ->
                paths.stream().filter(path -> path.level().isAtLeast(level)).toList());
    }

    /**
     * One path, the most urgent, for all that have the same shape: the same kinds of steps through the same kinds of assets.
     *
     * @return a new selection, in which {@link AttackPath#alike()} counts the others
     */
    public AttackPaths grouped() {
        return choosing(paths -> {
            Map<String, List<AttackPath>> byShape = new LinkedHashMap<>();
            paths.forEach(path -> byShape.computeIfAbsent(known.shape(path), s -> new ArrayList<>())
                    .add(path));
            return byShape.values().stream()
                    .map(group -> group.get(0).andAlike(group.size() - 1))
                    .toList();
        });
    }

    /**
     * The most urgent paths only.
     *
     * @param count the most paths
     * @return a new selection
     */
    public AttackPaths top(int count) {
        return choosing(paths -> paths.stream().limit(count).toList());
    }

    /**
     * The selected paths, most urgent first.
     *
     * @return an immutable list; that it is empty is a normal answer
     */
    public List<AttackPath> list() {
        return choice.apply(answer.get().paths());
    }

    /**
     * Whether the search ended before it had looked everywhere. The paths that are there exist then, but others are missing, and
     * of those within some hops there may be better ones.
     *
     * @return whether its effort did not suffice
     */
    public boolean isTruncated() {
        return answer.get().truncated();
    }

    /**
     * What was not there to find paths from: no entry, no target, kinds of sources that were never read, exposure that is not
     * known. This is what to look at when there are no paths, or fewer than expected. Takes time in the number of assets.
     *
     * @return sentences, what matters most first; empty if nothing of that kind is missing
     */
    public List<String> missing() {
        return known.missing(question);
    }

    /**
     * The selected paths, most urgent first.
     *
     * @return a stream
     */
    public Stream<AttackPath> stream() {
        return list().stream();
    }

    /**
     * Hands out the selected paths, most urgent first.
     *
     * @param consumer takes each path
     */
    public void forEach(Consumer<? super AttackPath> consumer) {
        list().forEach(consumer);
    }

    /**
     * Passes if no path is selected, and the search looked everywhere.
     *
     * @throws AssertionError if any is, and its message lists them; or if the effort did not suffice to know
     */
    public void verify() {
        List<AttackPath> paths = list();
        if (!paths.isEmpty()) {
            StringBuilder message = new StringBuilder("there are " + paths.size() + " attack paths:");
            paths.forEach(path -> message.append("\n  ").append(path));
            throw new AssertionError(message.toString());
        }
        if (isTruncated()) {
            throw new AssertionError("whether there are attack paths is not known: the effort of the search was spent");
        }
    }
}
