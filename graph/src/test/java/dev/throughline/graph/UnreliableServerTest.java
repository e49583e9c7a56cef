package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.Scope;
import dev.throughline.store.RiskStore;
import dev.throughline.store.StoreException;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.neo4j.driver.AuthTokens;

/** What does not answer, answers late, or goes away: how long it is waited for, and what is said then. */
@Timeout(60)
final class UnreliableServerTest {
    private static final Scope ACME = new Scope("github", "acme");

    private final Neo4jSettings settings =
            Neo4jSettings.defaults().withTenant(UUID.randomUUID().toString());

    @Test
    void whereNobodyListensNobodyIsWaitedFor() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        Duration time = failing(
                () -> Neo4jRiskStore.connect("bolt://localhost:" + closed, AuthTokens.none()),
                "Neo4j at bolt://localhost:" + closed + " cannot be reached");

        assertThat(time).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aServerThatAcceptsButNeverAnswersIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            Neo4jSettings impatient = settings.withConnectTimeout(Duration.ofSeconds(1));

            Duration time = failing(
                    () -> Neo4jRiskStore.connect(
                            "bolt://localhost:" + silent.getLocalPort(), AuthTokens.none(), impatient),
                    "Neo4j at bolt://localhost:" + silent.getLocalPort());

            assertThat(time).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void aDatabaseThatDoesNotExistIsNotWaitedFor() {
        Duration time = failing(
                () -> TestServer.connect(settings.withDatabase("nowhere")),
                "Neo4j at " + TestServer.boltUri() + "/nowhere failed: Neo.ClientError.Database.DatabaseNotFound");

        assertThat(time).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aServerThatGoesAwayIsWaitedForAsLongAsTold() throws Exception {
        Duration told = Duration.ofSeconds(3);
        try (FaultyNetwork network = new FaultyNetwork(TestServer.boltUri());
                RiskStore store = TestServer.connect(network.boltUri(), settings.withRetryTime(told))) {
            network.cut();

            Duration time =
                    failing(() -> TestServer.see(store, ACME), "Neo4j at " + network.boltUri() + " cannot be reached");

            assertThat(time)
                    .isBetween(
                            told.multipliedBy(9).dividedBy(10),
                            told.multipliedBy(11).dividedBy(10));
        }
    }

    @Test
    void aServerThatComesBackGoesOnWithTheWork() throws Exception {
        try (FaultyNetwork network = new FaultyNetwork(TestServer.boltUri());
                RiskStore store = TestServer.connect(network.boltUri(), settings)) {
            network.cut();
            CompletableFuture<Void> mended =
                    CompletableFuture.runAsync(network::mend, CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS));

            TestServer.see(store, ACME);

            mended.join();
            assertThat(store.lastSeen(ACME)).isPresent();
        }
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() throws Exception {
        Neo4jSettings impatient =
                settings.withTransactionTimeout(Duration.ofSeconds(1)).withConnectTimeout(Duration.ofSeconds(1));
        try (FaultyNetwork network = new FaultyNetwork(TestServer.boltUri());
                RiskStore store = TestServer.connect(network.boltUri(), impatient)) {
            network.swallow();

            Duration time = failing(
                    () -> TestServer.see(store, ACME), "Neo4j at " + network.boltUri() + " has not answered for 2.0 s");

            assertThat(time).isLessThan(Duration.ofSeconds(4));
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void anInterruptIsHeededWhileTheServerIsSilent() throws Exception {
        silent(store -> TestServer.see(store, ACME));
        silent(store -> store.lastSeen(ACME));
    }

    private void silent(Consumer<RiskStore> work) throws IOException {
        try (FaultyNetwork network = new FaultyNetwork(TestServer.boltUri());
                RiskStore store = TestServer.connect(network.boltUri(), settings)) {
            network.swallow();
            isInterruptedAtOnce(() -> work.accept(store));
        }
    }

    @Test
    void anInterruptIsHeededBetweenTwoAttempts() throws Exception {
        try (FaultyNetwork network = new FaultyNetwork(TestServer.boltUri());
                RiskStore store = TestServer.connect(network.boltUri(), settings)) {
            network.cut();
            isInterruptedAtOnce(() -> TestServer.see(store, ACME));
        }
    }

    @Test
    void anInterruptIsHeededWhileConnecting() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            isInterruptedAtOnce(() ->
                    Neo4jRiskStore.connect("bolt://localhost:" + silent.getLocalPort(), AuthTokens.none(), settings));
        }
    }

    private static void isInterruptedAtOnce(ThrowingCallable work) {
        Thread worker = Thread.currentThread();
        CompletableFuture<Long> interrupted = CompletableFuture.supplyAsync(
                () -> {
                    worker.interrupt();
                    return System.nanoTime();
                },
                CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
        failing(work, "interrupted while working with Neo4j at ");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - interrupted.join())).isLessThan(Duration.ofSeconds(1));
    }

    private static Duration failing(ThrowingCallable work, String message) {
        long start = System.nanoTime();
        assertThatThrownBy(work).isInstanceOf(StoreException.class).hasMessageStartingWith(message);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
