package dev.throughline.attack;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Factor;
import dev.throughline.risk.FactorIndex;
import dev.throughline.risk.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reports, for each entry and each critical or sensitive asset, the most likely way. One search for each entry.
 *
 * <p>The level of a path: probability 0.1 or more makes it high, 0.01 or more medium, less makes it low; a critical target
 * lifts it by one, and one that is neither critical nor sensitive lowers it by one.
 */
public final class PathReporter {
    static final Comparator<AttackPath> MOST_URGENT_FIRST = Comparator.comparing(AttackPath::level)
            .thenComparing(AttackPath::probability, Comparator.reverseOrder())
            .thenComparing(path -> path.steps().size())
            .thenComparing(AttackPath::entry)
            .thenComparing(AttackPath::target)
            .thenComparing(AttackPath::key);

    private static final List<Level> LEVELS = List.of(Level.CRITICAL, Level.HIGH, Level.MEDIUM, Level.LOW);

    private final RiskGraph graph;
    private final FactorIndex factors;
    private final PathTitle titles;

    /**
     * Reports on an assessed graph.
     *
     * @param graph the facts
     * @param factors which assets are critical, sensitive and exposed
     */
    public PathReporter(RiskGraph graph, FactorIndex factors) {
        this.graph = graph;
        this.factors = factors;
        this.titles = new PathTitle(graph, factors);
    }

    /**
     * Finds the paths.
     *
     * @param attacks the steps
     * @param entries where attackers start
     * @return the paths, most urgent first
     */
    public List<AttackPath> paths(AttackGraph attacks, Set<AssetKey> entries) {
        List<AttackPath> paths = new ArrayList<>();
        for (AssetKey entry : entries) {
            PathFinder finder = PathFinder.from(attacks, List.of(entry));
            targets().forEach(target -> finder.path(target).ifPresent(steps -> paths.add(path(steps))));
        }
        paths.sort(MOST_URGENT_FIRST);
        Remedies remedies = new Remedies(paths);
        paths.replaceAll(remedies::ranked);
        return paths;
    }

    /** What is critical or sensitive. */
    Set<AssetKey> targets() {
        Set<AssetKey> targets = new TreeSet<>(factors.with(Factor.CRITICAL_RESOURCE));
        targets.addAll(factors.with(Factor.SENSITIVE_DATA));
        return targets;
    }

    /** Reports a path of at least one step. */
    AttackPath path(List<AttackStep> steps) {
        AssetKey target = steps.get(steps.size() - 1).to();
        double probability = 1;
        for (AttackStep step : steps) {
            probability *= step.probability();
        }
        return new AttackPath(
                key(steps),
                titles.of(steps),
                level(target, probability),
                probability,
                steps.get(0).from(),
                target,
                steps,
                0,
                Remedies.breaking(steps),
                Remedies.hardening(steps));
    }

    private Level level(AssetKey target, double probability) {
        boolean critical = factors.of(target, Factor.CRITICAL_RESOURCE).isYes();
        boolean ordinary =
                !critical && !factors.of(target, Factor.SENSITIVE_DATA).isYes();
        int level = (probability >= 0.1 ? 1 : probability >= 0.01 ? 2 : 3) + (critical ? -1 : ordinary ? 1 : 0);
        return LEVELS.get(Math.min(level, LEVELS.size() - 1));
    }

    private static String key(List<AttackStep> steps) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (AttackStep step : steps) {
            for (String part :
                    List.of(step.from().text(), step.edge(), step.to().text())) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                hasher.putInt(bytes.length).putBytes(bytes);
            }
        }
        return "path:" + hasher.hash().toString().substring(0, 32);
    }

    /** Two paths have one shape if they take the same kinds of steps through the same kinds of assets. */
    String shape(AttackPath path) {
        StringBuilder shape = new StringBuilder(path.title()).append('\n').append(path.entry());
        for (AttackStep step : path.steps()) {
            Optional<Asset> asset = graph.find(step.to());
            shape.append('\n')
                    .append(step.edge())
                    .append(' ')
                    .append(asset.map(a -> a.kind().label()).orElse(step.to().prefix()));
        }
        return shape.toString();
    }
}
