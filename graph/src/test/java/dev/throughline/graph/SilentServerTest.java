package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.graph.BoltProxy.Effect;
import dev.throughline.graph.BoltProxy.Moment;
import dev.throughline.graph.BoltProxy.Point;
import dev.throughline.store.RiskStore;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server, or the network before it, that says nothing. */
@Timeout(60)
final class SilentServerTest {
    private final String tenant = UUID.randomUUID().toString();

    @Test
    void aSlowAnswerIsWaitedFor() throws Exception {
        try (BoltProxy proxy = new BoltProxy(TestServer.boltUri());
                RiskStore store = TestServer.connect(tenant, proxy.boltUri())) {
            proxy.arm(new Point("COMMIT", 1, Moment.ANSWERED), () -> {
                pause(Duration.ofSeconds(2));
                return Effect.PASS;
            });

            Script.engine(store).ingest(VersionedEstate.of("acme", "1", 1, 5));

            assertThat(proxy.wasHarmful()).isTrue();
            assertThat(Script.heads(Script.engine(store).assess())).containsEntry("acme", 1L);
        }
    }

    @Test
    void anInterruptEndsTheWaiting() throws Exception {
        for (String request : new String[] {"BEGIN", "RUN", "COMMIT"}) {
            CountDownLatch silence = new CountDownLatch(1);
            AtomicReference<Throwable> outcome = new AtomicReference<>();
            try (BoltProxy proxy = new BoltProxy(TestServer.boltUri());
                    RiskStore store = TestServer.connect(tenant, proxy.boltUri())) {
                proxy.arm(new Point(request, 1, Moment.BEFORE_SENT), () -> {
                    silence.countDown();
                    return Effect.SILENCE;
                });
                Thread waiting = new Thread(() -> {
                    try {
                        Script.engine(store).ingest(VersionedEstate.of("acme", request, 1, 5));
                    } catch (RuntimeException e) {
                        outcome.set(e);
                    }
                });
                waiting.start();
                silence.await();
                pause(Duration.ofMillis(200));

                waiting.interrupt();

                waiting.join(1_000);
                assertThat(waiting.isAlive()).as("still waits for " + request).isFalse();
                assertThat(outcome.get()).as("while waiting for " + request).isNotNull();
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
