package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Progress;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Node;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Scope;
import dev.throughline.store.Ingest.Losses;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssemblyTest {
    private final InMemoryRiskStore store = new InMemoryRiskStore();

    /** A partition that says something else for each seed, of few assets, so that partitions speak of the same. */
    private static Partition partition(String name, long seed) {
        return new Partition() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Completeness read(FactSink sink) {
                Random random = new Random(seed);
                for (int i = random.nextInt(12); i > 0; i--) {
                    sink.accept(new Node(
                            Estate.node("n" + random.nextInt(9)),
                            random.nextBoolean() ? null : "name" + random.nextInt(3),
                            null,
                            null,
                            null,
                            random.nextBoolean() ? null : "os" + random.nextInt(3)));
                    sink.accept(
                            new Relation(Estate.CLUSTER, RelationType.CONTAINS, Estate.node("n" + random.nextInt(9))));
                    sink.accept(new Relation(
                            Estate.inShop(AssetKind.SERVICE_ACCOUNT, "a" + random.nextInt(2)),
                            RelationType.HAS_ROLE,
                            Estate.inShop(AssetKind.ROLE, "r" + random.nextInt(2)),
                            Map.of("scope", "s" + random.nextInt(2))));
                }
                return random.nextInt(10) == 0 ? Completeness.partial("page 2 is missing") : Completeness.complete();
            }
        };
    }

    private void ingest(String scope, List<Partition> partitions, long time) {
        Connector connector = new Connector() {
            @Override
            public Scope scope() {
                return new Scope("test", scope);
            }

            @Override
            public Listing list() {
                return Listing.complete(partitions);
            }
        };
        Ingest.read(
                connector,
                store,
                Losses.ACCEPTED,
                Clock.fixed(Instant.ofEpochSecond(time), ZoneOffset.UTC),
                Progress.SILENT);
    }

    @Test
    void bringingForwardGivesWhatAFullAssemblyGives() {
        for (int history = 0; history < 40; history++) {
            Random random = new Random(history);
            Assembly forward = new Assembly(store);
            for (int step = 0; step < 8; step++) {
                List<Partition> partitions = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    partitions.add(partition("p" + i, random.nextInt(20)));
                }
                ingest("s" + random.nextInt(3), partitions, random.nextInt(1_000));
                List<Snapshot> heads = store.heads();

                assertThat(text(forward.graph(heads)))
                        .as("history %d, step %d", history, step)
                        .isEqualTo(text(new Assembly(store).graph(heads)));
            }
        }
    }

    /** All there is to see of a graph. */
    private static String text(RiskGraph graph) {
        StringBuilder text = new StringBuilder();
        for (Asset asset : graph.assets()) {
            text.append(asset).append(graph.sourcesOf(asset.key())).append(graph.claims(asset.key()));
            graph.outgoing(asset.key())
                    .forEach(r -> text.append("\n ").append(r).append(graph.sourcesOf(r)));
            graph.incoming(asset.key()).forEach(r -> text.append("\n in ").append(r));
            text.append('\n');
        }
        for (int i = 0; i < 3; i++) {
            text.append(graph.gap(new Scope("test", "s" + i)));
        }
        return text.toString();
    }

    @Test
    void readsOnlyWhatChanged() {
        ingest("s", List.of(partition("a", 1), partition("b", 2)), 1);
        List<String> read = new ArrayList<>();
        Assembly assembly = new Assembly(listening(read));
        assembly.graph(store.heads());
        assertThat(read).hasSize(2);
        read.clear();

        ingest("s", List.of(partition("a", 1), partition("b", 3)), 2);
        assembly.graph(store.heads());
        assembly.graph(store.heads());

        assertThat(read).hasSize(1);
    }

    /** The store, telling which chunks are read. */
    @SuppressWarnings("unchecked") // the only argument of its kind
    private RiskStore listening(List<String> read) {
        return (RiskStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RiskStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("read")) {
                        read.addAll((Collection<String>) arguments[0]);
                    }
                    return method.invoke(store, arguments);
                });
    }
}
