package dev.throughline;

import com.google.common.base.Stopwatch;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.throughline.attack.AttackGraph;
import dev.throughline.attack.AttackOverlay;
import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.Eligibility;
import dev.throughline.attack.PathFinder;
import dev.throughline.attack.PathReporter;
import dev.throughline.finding.Finding;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.Classification;
import dev.throughline.risk.FactorIndex;
import dev.throughline.risk.Movement;
import dev.throughline.risk.Situation;
import dev.throughline.store.Assembly;
import dev.throughline.store.Snapshot;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs the stages of an assessment in their order: graph, mapping, factors, attack graph, paths, findings. */
final class Assessor {
    /** Where attackers start. */
    static final Set<AssetKey> OUTSIDE =
            ImmutableSortedSet.of(AssetKey.INTERNET, AssetKey.ANONYMOUS, AssetKey.ANY_GITHUB_USER);

    private final Map<String, Duration> durations = new LinkedHashMap<>();

    private Assessor() {}

    static Assessment assess(List<Snapshot> snapshots, Assembly assembly, Rules rules, Clock clock) {
        return new Assessor().run(snapshots, assembly, rules, clock);
    }

    private Assessment run(List<Snapshot> snapshots, Assembly assembly, Rules rules, Clock clock) {
        RiskGraph graph = timed("graph", () -> assembly.graph(snapshots));
        Mapping mapping = timed("mapping", () -> Mapping.of(graph, rules.linkers()));
        Instant at = clock.instant();
        FactorIndex estate = timed(
                "factors", () -> FactorIndex.of(new Situation(graph, mapping, Movement.NONE, at), rules.ofEstate()));
        AttackGraph attacks = timed(
                "attack graph",
                () -> AttackGraph.of(new AttackSituation(graph, mapping, estate, at), rules.attackEdges()));
        PathReporter reporter = new PathReporter(graph, estate);
        List<AttackPath> paths = timed("attack paths", () -> reporter.paths(attacks, OUTSIDE));
        Consequences consequences = new Consequences(graph, mapping, estate, rules.ofMovement(), at);
        FactorIndex factors = timed("movement", () -> consequences.factors(AttackOverlay.of(attacks), paths));
        List<Finding> findings =
                timed("findings", () -> consequences.findings(factors, PathFinder.from(attacks, OUTSIDE), paths));
        return new Assessment(
                id(snapshots, rules, ended(graph, at)),
                at,
                snapshots,
                graph,
                mapping,
                factors,
                attacks,
                paths,
                findings,
                consequences,
                durations);
    }

    private <T> T timed(String stage, Supplier<T> work) {
        Stopwatch watch = Stopwatch.createStarted();
        T result = work.get();
        durations.put(stage, watch.elapsed());
        return result;
    }

    /** What no longer counts at a time: what a person said, and who was eligible for roles. */
    private static List<String> ended(RiskGraph graph, Instant at) {
        return Stream.concat(
                        Classification.expired(graph, at).stream().map(AssetKey::text),
                        Eligibility.ended(graph, at).map(ended -> ended.from() + " " + ended.to()))
                .sorted()
                .toList();
    }

    /** The same facts and rules have the same id, until some of the facts cease to count. */
    private static String id(List<Snapshot> heads, Rules rules, List<String> ended) {
        Hasher hasher = Hashing.sha256().newHasher();
        heads.forEach(head -> {
            put(hasher, head.scope().toString());
            head.partitions().forEach(partition -> {
                put(hasher, partition.name());
                partition.chunks().forEach(chunk -> put(hasher, chunk));
                put(hasher, String.valueOf(partition.staleBecause()));
            });
        });
        rules.names().forEach(name -> put(hasher, name));
        ended.forEach(fact -> put(hasher, fact));
        return hasher.hash().toString().substring(0, 16);
    }

    private static void put(Hasher hasher, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hasher.putInt(bytes.length).putBytes(bytes);
    }
}
