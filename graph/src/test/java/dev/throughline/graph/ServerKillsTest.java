package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.graph.BoltProxy.Effect;
import dev.throughline.graph.BoltProxy.Point;
import dev.throughline.store.RiskStore;
import dev.throughline.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies in the middle of a commit or a publish, and is started again in its directory. */
final class ServerKillsTest {
    private static final int ROUNDS = Soak.rounds("serverKills", 1);

    private final Undisturbed undisturbed = Undisturbed.run();

    @TempDir
    private Path directory;

    @Test
    void aKilledServerLosesNothingAndLeavesNoTrace() throws Exception {
        Map<String, Point> killed = new LinkedHashMap<>();
        HostedServer server = HostedServer.start(directory);
        try {
            for (Point point : undisturbed.points(ROUNDS, List.of("COMMIT"))) {
                String tenant = "round " + killed.size();
                killed.put(tenant, point);
                server = kill(server, tenant, point);
            }
            HostedServer last = server;
            killed.forEach((tenant, point) -> runAgain(last, tenant, point));
            assertThatThrownBy(() -> EmbeddedNeo4j.at(directory))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is in use by another process");
        } finally {
            server.close();
        }
    }

    /** {@return the server that was started in its place} */
    private HostedServer kill(HostedServer server, String tenant, Point point) throws Exception {
        ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();
        CountDownLatch dead = new CountDownLatch(1);
        try (server;
                BoltProxy proxy = new BoltProxy(server.boltUri())) {
            proxy.arm(point, () -> {
                server.kill();
                dead.countDown();
                return Effect.CUT;
            });
            CompletableFuture<Void> client =
                    CompletableFuture.runAsync(() -> run(proxy.boltUri(), server, tenant, done));
            assertThat(dead.await(1, TimeUnit.MINUTES))
                    .as(at(point) + " after " + done)
                    .isTrue();
            assertThat(server.exitCode()).isEqualTo(137);
            HostedServer next = HostedServer.start(directory);
            assertThatThrownBy(() -> client.get(1, TimeUnit.MINUTES))
                    .as(at(point))
                    .hasCauseInstanceOf(StoreException.class);
            try (RiskStore store = connect(next.boltUri(), next, tenant)) {
                undisturbed.checkAfterFault(store, next::query, tenant, List.copyOf(done), at(point));
            }
            return next;
        }
    }

    private static void run(String uri, HostedServer server, String tenant, ConcurrentLinkedQueue<String> done) {
        try (RiskStore store = connect(uri, server, tenant)) {
            Script.run(store, done::add);
        }
    }

    private void runAgain(HostedServer server, String tenant, Point point) {
        try (RiskStore store = connect(server.boltUri(), server, tenant)) {
            Script.run(store, done -> {});
        }
        undisturbed.checkAtEnd(server::query, tenant, at(point));
    }

    private static RiskStore connect(String uri, HostedServer server, String tenant) {
        Neo4jSettings settings = Neo4jSettings.defaults().withTenant(tenant).withRetryTime(Duration.ofSeconds(1));
        return Neo4jRiskStore.connect(uri, server.auth(), settings);
    }

    private static String at(Point point) {
        return "server killed at " + point + ", seed " + Soak.SEED;
    }
}
