package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Throughline;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.model.Asset;
import dev.throughline.model.Relation;
import dev.throughline.model.Scope;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.RiskStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** In whatever order facts, partitions and scopes come, one after the other or at once, the assessment is the same. */
final class OrderTest {
    private static final int ORDERS = Soak.rounds("orders", 50);

    private final List<VersionedEstate> sources = IntStream.range(0, 5)
            .mapToObj(i -> VersionedEstate.of("scope-" + i, "version " + i, 3, 12))
            .toList();

    private final String expected = assess(new InMemoryRiskStore(), sources);

    @Test
    void anyOrderGivesTheSameInMemory() {
        for (int order = 0; order < ORDERS; order++) {
            check(new InMemoryRiskStore(), order);
        }
    }

    @Test
    void anyOrderGivesTheSameInNeo4j() {
        for (int order = 0; order < Math.max(1, ORDERS / 10); order++) {
            String tenant = UUID.randomUUID().toString();
            try (RiskStore store = TestServer.connect(tenant)) {
                check(store, order);
            }
            TestServer.deleteTenant(tenant);
        }
    }

    private void check(RiskStore store, int order) {
        Random random = new Random(Soak.SEED + order);
        List<Shuffled> shuffled = new ArrayList<>(sources.stream()
                .map(source -> new Shuffled(source, random.nextLong()))
                .toList());
        Collections.shuffle(shuffled, random);
        assertThat(CanonicalExport.difference(assess(store, shuffled), expected))
                .as("order " + order + ", seed " + Soak.SEED)
                .isEmpty();
    }

    /** Every second source is read by a thread of its own, so that some come in order and some at once. */
    private static String assess(RiskStore store, List<? extends Connector> sources) {
        Throughline throughline = Script.engine(store);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Connector source = sources.get(i);
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> throughline.ingest(source));
            if (i % 2 == 0) {
                reading.join();
            }
            running.add(reading);
        }
        running.forEach(CompletableFuture::join);
        return CanonicalExport.of(throughline.assess());
    }

    /** A source that lists its partitions, and tells their facts, in another order. */
    private record Shuffled(Connector source, long seed) implements Connector {
        @Override
        public Scope scope() {
            return source.scope();
        }

        @Override
        public Listing list() {
            Random random = new Random(seed);
            List<Partition> partitions = new ArrayList<>();
            source.list().partitions().forEach(p -> partitions.add(new ShuffledPartition(p, random.nextLong())));
            Collections.shuffle(partitions, random);
            return Listing.complete(partitions);
        }
    }

    private record ShuffledPartition(Partition partition, long seed) implements Partition {
        @Override
        public String name() {
            return partition.name();
        }

        @Override
        public Completeness read(FactSink sink) {
            List<Runnable> facts = new ArrayList<>();
            Completeness completeness = partition.read(new FactSink() {
                @Override
                public void accept(Asset asset) {
                    facts.add(() -> sink.accept(asset));
                }

                @Override
                public void accept(Relation relation) {
                    facts.add(() -> sink.accept(relation));
                }

                @Override
                public void reject(Rejection rejection) {
                    facts.add(() -> sink.reject(rejection));
                }
            });
            Collections.shuffle(facts, new Random(seed));
            facts.forEach(Runnable::run);
            return completeness;
        }
    }
}
