package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import dev.throughline.graph.BoltProxy.Point;
import dev.throughline.store.RiskStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Processes that die in the middle of an ingest or a publish. */
final class ClientKillsTest {
    private static final int ROUNDS = Soak.rounds("clientKills", 4);

    /** So many processes die before their work is done again; a lease of a dead one runs out meanwhile. */
    private static final int ROUNDS_TOGETHER = 20;

    private final Undisturbed undisturbed = Undisturbed.run();

    @Test
    void aKilledWriterLosesNothingAndLeavesNoTrace() {
        List<Point> points = undisturbed.points(ROUNDS, List.of("BEGIN", "RUN", "PULL", "COMMIT"));
        for (List<Point> some : Lists.partition(points, ROUNDS_TOGETHER)) {
            Map<String, Point> killed = new ConcurrentHashMap<>();
            some.parallelStream().forEach(point -> {
                String tenant = UUID.randomUUID().toString();
                killed.put(tenant, point);
                kill(tenant, point);
            });
            killed.forEach(this::runAgain);
        }
    }

    private void kill(String tenant, Point point) {
        try (ChildJvm client = ChildJvm.start(
                        KilledClient.class,
                        TestServer.boltUri(),
                        TestServer.user(),
                        TestServer.password(),
                        tenant,
                        point.request(),
                        String.valueOf(point.occurrence()),
                        point.moment().name());
                RiskStore store = TestServer.connect(tenant)) {
            List<String> done = client.lines();
            if (client.exitCode() == 0 && point.occurrence() > 1) {
                // Leases are renewed by the clock, so a slower run asked more often.
                TestServer.deleteTenant(tenant);
                kill(tenant, new Point(point.request(), 1, point.moment()));
                return;
            }
            assertThat(client.exitCode()).as(at(point) + " after " + done).isEqualTo(137);
            undisturbed.checkAfterFault(store, TestServer::query, tenant, done, at(point));
        }
    }

    private void runAgain(String tenant, Point point) {
        try (RiskStore store = TestServer.connect(tenant)) {
            Script.run(store, done -> {});
        }
        undisturbed.checkAtEnd(TestServer::query, tenant, at(point));
        TestServer.deleteTenant(tenant);
    }

    private static String at(Point point) {
        return "killed at " + point + ", seed " + Soak.SEED;
    }
}
