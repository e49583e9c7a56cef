package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.IngestReport;
import dev.throughline.store.RiskStore;
import dev.throughline.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several writers at once, each with a connection of its own. */
final class WritersTest {
    private static final int ROUNDS = Soak.rounds("writerRounds", 6);
    private static final Set<String> BUSY = Set.of("ConflictException", "ScopeBusyException");

    private final String tenant = UUID.randomUUID().toString();
    private final List<RiskStore> stores = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        threads.shutdownNow();
        stores.forEach(RiskStore::close);
        TestServer.deleteTenant(tenant);
    }

    @Test
    void writersOfOneScopeComeOneAfterTheOther() throws Exception {
        connect(4);
        long head = 0;
        for (int round = 0; round < ROUNDS; round++) {
            TreeMap<Long, VersionedEstate> committed = new TreeMap<>();
            List<VersionedEstate> sources = sources(round, "acme", "acme", "acme", "acme");
            List<Future<IngestReport>> reports = ingest(sources);
            for (int i = 0; i < sources.size(); i++) {
                Throwable failure = failure(reports.get(i));
                if (failure == null) {
                    committed.put(reports.get(i).get().run(), sources.get(i));
                } else {
                    assertThat(BUSY)
                            .as(round + ": " + failure)
                            .contains(failure.getClass().getSimpleName());
                }
            }
            assertThat(committed.keySet())
                    .as("runs of round " + round)
                    .isNotEmpty()
                    .containsExactlyElementsOf(LongStream.rangeClosed(head + 1, head + committed.size())
                            .boxed()
                            .toList());
            head = committed.lastKey();
            assertSame(round, stores.get(0), committed.get(head));
        }
        assertThat(TestServer.query("MATCH (r:Run {tenant: $tenant}) RETURN count(r) AS runs", Map.of("tenant", tenant))
                        .get(0)
                        .get("runs")
                        .asLong())
                .isEqualTo(head);
    }

    @Test
    void writersOfSeveralScopesDoNotDisturbEachOther() throws Exception {
        connect(8);
        for (int round = 0; round < Math.max(1, ROUNDS / 5); round++) {
            List<VersionedEstate> sources = sources(round, "a", "b", "c", "d", "e", "f", "g", "h");
            for (Future<IngestReport> report : ingest(sources)) {
                assertThat(report.get().run()).isEqualTo(round + 1);
            }
            assertSame(round, stores.get(0), sources.toArray(VersionedEstate[]::new));
        }
    }

    private void connect(int count) {
        for (int i = 0; i < count; i++) {
            stores.add(TestServer.connect(tenant));
        }
    }

    private static List<VersionedEstate> sources(int round, String... scopes) {
        return IntStream.range(0, scopes.length)
                .mapToObj(i -> VersionedEstate.of(scopes[i], round + "-" + i, 3, 10))
                .toList();
    }

    private List<Future<IngestReport>> ingest(List<VersionedEstate> sources) {
        return IntStream.range(0, sources.size())
                .mapToObj(i -> threads.submit(() ->
                        Script.engine(stores.get(i)).ingest(sources.get(i)).get(0)))
                .toList();
    }

    /** {@return why an ingest failed; null if it did not} */
    private static Throwable failure(Future<IngestReport> report) throws InterruptedException {
        try {
            report.get();
            return null;
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(StoreException.class);
            return e.getCause();
        }
    }

    private static void assertSame(int round, RiskStore store, VersionedEstate... sources) {
        Throughline serial = Script.engine(new InMemoryRiskStore());
        serial.ingest(sources);
        Assessment actual = Script.engine(store).assess();
        assertThat(CanonicalExport.difference(CanonicalExport.of(actual), CanonicalExport.of(serial.assess())))
                .as("round " + round)
                .isEmpty();
    }
}
