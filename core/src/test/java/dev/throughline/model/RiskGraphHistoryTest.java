package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.GraphDifference.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Random histories of an estate so small that its sources speak of the same things all the time. */
class RiskGraphHistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<Scope> SCOPES =
            List.of(Scope.parse("kubernetes:a"), Scope.parse("kubernetes:b"), Scope.parse("trivy:a"));

    @Test
    void aGraphBroughtForwardIsTheGraphMadeFromNothing() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            History history = new History(random);
            RiskGraph graph = RiskGraph.builder().build();
            for (int step = 0; step < 8; step++) {
                List<String> before = show(graph);
                RiskGraphBuilder builder = graph.toBuilder();
                history.change(builder);
                RiskGraph next = builder.build();

                assertThat(show(next)).as("seed %d, step %d", seed, step).isEqualTo(show(history.fromNothing()));
                assertThat(show(graph))
                        .as("seed %d, the graph before step %d", seed, step)
                        .isEqualTo(before);
                graph = next;
            }
        }
    }

    @Test
    void theDifferenceOfTwoGraphsNamesJustTheAssetsAndStartsThatDiffer() {
        for (int seed = 0; seed < 200; seed++) {
            History history = new History(new Random(seed));
            RiskGraphBuilder builder = RiskGraph.builder();
            history.change(builder);
            RiskGraph before = builder.build();
            RiskGraphBuilder later = before.toBuilder();
            history.change(later);
            RiskGraph after = later.build();

            GraphDifference difference = GraphDifference.between(before, after);

            assertThat(difference.before())
                    .as("seed %d, earlier", seed)
                    .isEqualTo(new Side(differing(before, after, true), differing(before, after, false)));
            assertThat(difference.after())
                    .as("seed %d, later", seed)
                    .isEqualTo(new Side(differing(after, before, true), differing(after, before, false)));
        }
    }

    private static BitSet differing(RiskGraph graph, RiskGraph other, boolean asAssets) {
        BitSet numbers = new BitSet();
        for (Asset asset : graph.assets()) {
            AssetKey key = asset.key();
            boolean isSame = asAssets
                    ? other.find(key).equals(Optional.of(asset))
                            && other.sourcesOf(key).equals(graph.sourcesOf(key))
                    : other.number(key) >= 0 && other.outgoing(key).equals(graph.outgoing(key));
            numbers.set(graph.number(key), !isSame);
        }
        return numbers;
    }

    @Test
    void aBuilderAssemblesTheSameGraphTwice() {
        History history = new History(new Random(7));
        RiskGraphBuilder builder = RiskGraph.builder();
        history.change(builder);

        assertThat(show(builder.build())).isEqualTo(show(builder.build()));
    }

    /** Everything a graph tells, in lines. */
    private static List<String> show(RiskGraph graph) {
        List<String> lines = new ArrayList<>();
        lines.add(graph.size() + " assets, " + graph.relationCount() + " relations");
        for (Asset asset : graph.assets()) {
            AssetKey key = asset.key();
            lines.add(graph.number(key) + " " + asset + " is " + graph.asset(graph.number(key)));
            lines.add("  claims " + graph.claims(key));
            lines.add("  said by " + graph.sourcesOf(key));
            lines.add("  out " + graph.outgoing(key));
            lines.add("  in " + graph.incoming(key));
            for (RelationType type : RelationType.values()) {
                lines.add("  " + graph.outgoing(key, type) + graph.incoming(key, type));
            }
        }
        graph.relations().forEach(relation -> lines.add(relation + " said by " + graph.sourcesOf(relation)));
        SCOPES.forEach(scope -> lines.add(scope + " misses " + graph.gap(scope)));
        return lines;
    }

    /** What every source says at the moment, and how that changes. */
    private static final class History {
        private final Random random;
        private final Map<Provenance, List<Object>> said = new HashMap<>();
        private final TreeSet<AssetKey> mentioned = new TreeSet<>();
        private final Map<Scope, String> gaps = new TreeMap<>();

        History(Random random) {
            this.random = random;
        }

        void change(RiskGraphBuilder builder) {
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                Provenance source = source();
                if (random.nextInt(3) > 0) {
                    said.remove(source);
                    builder.forget(source);
                }
                for (int facts = random.nextInt(12); facts > 0; facts--) {
                    Object fact = fact();
                    said.computeIfAbsent(source, s -> new ArrayList<>()).add(fact);
                    add(fact, source, builder);
                }
            }
            mentioned.clear();
            gaps.clear();
            if (random.nextBoolean()) {
                mentioned.add(node().key());
                gaps.put(SCOPES.get(random.nextInt(3)), "gap" + random.nextInt(2));
            }
            frame(builder);
        }

        RiskGraph fromNothing() {
            RiskGraphBuilder builder = RiskGraph.builder();
            List<Map.Entry<Provenance, Object>> facts = new ArrayList<>();
            said.forEach((source, all) -> all.forEach(fact -> facts.add(Map.entry(source, fact))));
            Collections.shuffle(facts, random);
            facts.forEach(fact -> add(fact.getValue(), fact.getKey(), builder));
            frame(builder);
            return builder.build();
        }

        private void frame(RiskGraphBuilder builder) {
            mentioned.forEach(builder::mention);
            gaps.forEach(builder::incomplete);
        }

        /** Says a fact by object or by number, which must make no difference. */
        private void add(Object fact, Provenance source, RiskGraphBuilder builder) {
            boolean byNumber = random.nextBoolean();
            if (fact instanceof Asset asset) {
                if (byNumber) {
                    builder.add(builder.number(asset.key().text()), asset, source);
                } else {
                    builder.add(asset, source);
                }
            } else if (fact instanceof Relation relation) {
                if (byNumber) {
                    int from = builder.number(relation.from().text());
                    int to = builder.number(relation.to().text());
                    builder.add(from, relation.type(), to, new HashMap<>(relation.properties()), source);
                } else {
                    builder.add(relation, source);
                }
            }
        }

        private Provenance source() {
            return new Provenance(
                    SCOPES.get(random.nextInt(3)), "part" + random.nextInt(3), NOON.plusSeconds(random.nextInt(2)));
        }

        private Object fact() {
            return switch (random.nextInt(6)) {
                case 0 -> node();
                case 1 -> store();
                case 2 -> AssetKind.CUSTOM_ASSET.unknown(custom());
                case 3 -> new Relation(pod(), RelationType.SCHEDULED_ON, node().key());
                case 4 -> new Relation(custom(), RelationType.DEPENDS_ON, pod());
                default -> new Relation(account(), RelationType.HAS_ROLE, role(), properties());
            };
        }

        private Node node() {
            return new Node(
                    AssetKey.of(AssetKind.NODE, "prod/" + random.nextInt(4)), maybe(), null, null, null, maybe());
        }

        private Asset store() {
            AssetKey key = AssetKey.of(AssetKind.CLOUD_RESOURCE, "arn:aws:s3:::" + random.nextInt(2));
            return switch (random.nextInt(3)) {
                case 0 -> new CloudResource(key, maybe(), maybe(), null);
                case 1 -> AssetKind.SECRET_STORE.unknown(key);
                default -> new DataStore(key, maybe(), maybe(), null, null, null, null, null);
            };
        }

        private AssetKey custom() {
            return AssetKey.of(AssetKind.CUSTOM_ASSET, "thing/" + random.nextInt(2));
        }

        private AssetKey pod() {
            return AssetKey.of(AssetKind.POD, "prod/shop/" + random.nextInt(4));
        }

        private AssetKey account() {
            return AssetKey.of(AssetKind.SERVICE_ACCOUNT, "prod/shop/" + random.nextInt(2));
        }

        private AssetKey role() {
            return AssetKey.of(AssetKind.ROLE, "prod/shop/" + random.nextInt(2));
        }

        private Map<String, String> properties() {
            Map<String, String> properties = new HashMap<>();
            if (random.nextBoolean()) {
                properties.put("scope", "s" + random.nextInt(2));
            }
            if (random.nextBoolean()) {
                properties.put("condition", "c" + random.nextInt(2));
            }
            return properties;
        }

        private String maybe() {
            return random.nextBoolean() ? null : "v" + random.nextInt(2);
        }
    }
}
