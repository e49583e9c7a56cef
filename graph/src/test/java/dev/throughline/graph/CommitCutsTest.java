package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.math.IntMath;
import dev.throughline.Throughline;
import dev.throughline.graph.BoltProxy.Effect;
import dev.throughline.graph.BoltProxy.Moment;
import dev.throughline.graph.BoltProxy.Point;
import dev.throughline.store.RiskStore;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Connections that break in the middle of an ingest or a publish. The driver repeats a commit whose answer was lost,
 * although it may have come about; nothing may come of that.
 */
final class CommitCutsTest {
    private static final int CUTS = Soak.rounds("cuts", 40);
    private static final int WRITERS = 8;

    /** Each ingests a new version or publishes it, in turns. Every writer takes the same steps. */
    private static final int STEPS = IntMath.divide(CUTS, WRITERS, RoundingMode.CEILING);

    private static final List<String> CUT_AT = List.of("COMMIT", "COMMIT", "BEGIN", "RUN");

    @Test
    void aBrokenConnectionNeitherLosesNorDoublesAnything() throws Exception {
        List<List<String>> requests = new ArrayList<>();
        String expected = undisturbed(requests);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<CompletableFuture<Void>> running = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> write(writer, requests, expected), writers))
                    .toList();
            for (CompletableFuture<Void> one : running) {
                one.get();
            }
        } finally {
            writers.shutdownNow();
        }
    }

    /** Also finds out what each step asks of the server. */
    private static String undisturbed(List<List<String>> requests) throws IOException {
        String tenant = UUID.randomUUID().toString();
        try (BoltProxy proxy = new BoltProxy(TestServer.boltUri());
                RiskStore store = TestServer.connect(tenant, proxy.boltUri())) {
            for (int step = 0; step < STEPS; step++) {
                proxy.arm(new Point("", 0, Moment.SENT), () -> Effect.PASS);
                step(store, step);
                requests.add(proxy.seen());
            }
        }
        return CanonicalExport.ofDatabase(TestServer::query, tenant);
    }

    private static void write(int writer, List<List<String>> requests, String expected) {
        Random random = new Random(Soak.SEED + writer);
        String tenant = UUID.randomUUID().toString();
        String at = "writer " + writer + ", seed " + Soak.SEED;
        try (BoltProxy proxy = new BoltProxy(TestServer.boltUri());
                RiskStore store = TestServer.connect(tenant, proxy.boltUri())) {
            for (int step = 0; step < STEPS; step++) {
                Point point = writer == 0 ? lostAnswer(requests.get(step), step) : any(requests.get(step), random);
                proxy.arm(point, () -> Effect.CUT);
                at += "\n step " + step + " cut at " + point;
                step(store, step);
                assertThat(proxy.wasHarmful()).as(at).isTrue();
            }
        } catch (IOException | RuntimeException e) {
            throw new AssertionError(at, e);
        }
        assertThat(CanonicalExport.difference(CanonicalExport.ofDatabase(TestServer::query, tenant), expected))
                .as(at)
                .isEmpty();
        TestServer.deleteTenant(tenant);
    }

    /** The first writer loses the answers to all commits, one after the other. */
    private static Point lostAnswer(List<String> requests, int step) {
        return new Point("COMMIT", 1 + step / 2 % count(requests, "COMMIT"), Moment.ANSWERED);
    }

    private static Point any(List<String> requests, Random random) {
        String kind = CUT_AT.get(random.nextInt(CUT_AT.size()));
        return new Point(kind, 1 + random.nextInt(count(requests, kind)), Moment.any(random));
    }

    private static int count(List<String> requests, String kind) {
        return (int)
                requests.stream().filter(request -> request.startsWith(kind)).count();
    }

    private static void step(RiskStore store, int step) {
        long version = 1L + step / 2;
        Throughline throughline = Script.engine(store);
        if (step % 2 == 0) {
            assertThat(throughline
                            .ingest(VersionedEstate.of("acme", String.valueOf(version), 2, 5))
                            .get(0)
                            .run())
                    .isEqualTo(version);
        } else {
            assertThat(throughline.publish(throughline.assess()).complete()).isTrue();
        }
    }
}
