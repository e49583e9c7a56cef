package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.graph.BoltProxy.Effect;
import dev.throughline.graph.BoltProxy.Moment;
import dev.throughline.graph.BoltProxy.Point;
import dev.throughline.model.Scope;
import dev.throughline.store.Chunk;
import dev.throughline.store.Lease;
import dev.throughline.store.Projection;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Publication;
import dev.throughline.store.RiskStore;
import dev.throughline.store.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connection breaks after the server was told to commit and before it could answer. */
final class LostAnswerTest {
    private static final Scope ACME = new Scope("github", "acme");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final String tenant = UUID.randomUUID().toString();
    private BoltProxy proxy;
    private RiskStore store;

    @BeforeEach
    void connect() throws Exception {
        proxy = new BoltProxy(TestServer.boltUri());
        store = TestServer.connect(tenant, proxy.boltUri());
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        proxy.close();
    }

    /** Cuts the connection when the server has committed and the client does not know it. */
    private void loseTheNext() {
        proxy.arm(new Point("COMMIT", 1, Moment.ANSWERED), () -> Effect.CUT);
    }

    @Test
    void aCommitComesAboutOnce() {
        for (long run = 0; run < 2; run++) {
            Lease lease = store.lease(ACME, MINUTE);
            loseTheNext();

            Snapshot committed = store.commit(new Snapshot(ACME, 0, List.of(), "run " + run, null), lease);

            assertThat(proxy.wasHarmful()).isTrue();
            assertThat(committed.run()).isEqualTo(run + 1);
            assertThat(store.head(ACME)).contains(committed);
        }
        assertThat(count("Run")).isEqualTo(2);
    }

    @Test
    void aLeaseIsHeldByWhoTookIt() {
        loseTheNext();
        Lease lease = store.lease(ACME, MINUTE);
        assertThat(proxy.wasHarmful()).isTrue();

        loseTheNext();
        store.renew(lease, MINUTE);
        assertThat(proxy.wasHarmful()).isTrue();

        loseTheNext();
        store.seen(lease);
        assertThat(proxy.wasHarmful()).isTrue();

        Lease next = store.lease(ACME, MINUTE);
        assertThat(next.fence()).isEqualTo(lease.fence() + 1);
        loseTheNext();
        store.release(next);
        assertThat(proxy.wasHarmful()).isTrue();
        assertThat(store.lease(ACME, MINUTE).fence()).isEqualTo(lease.fence() + 2);
    }

    @Test
    void chunksAreWrittenOnce() {
        List<Chunk> chunks = IntStream.range(0, 40)
                .mapToObj(i -> new Chunk(String.format("%064d", i), i, new byte[] {1}))
                .toList();
        loseTheNext();

        store.write(chunks);

        assertThat(proxy.wasHarmful()).isTrue();
        assertThat(count("FactChunk")).isEqualTo(40);
    }

    @Test
    void aPublishIsWrittenOnce() {
        List<ProjectedNode> nodes = IntStream.range(0, 20)
                .mapToObj(i -> new ProjectedNode("pod " + i, List.of("Asset", "Pod"), Map.of("line", (long) i)))
                .sorted()
                .toList();
        loseTheNext();

        Publication publication = store.publish(new Projection("v1", Instant.EPOCH, nodes, List.of()));

        assertThat(proxy.wasHarmful()).isTrue();
        assertThat(publication.complete()).isTrue();
        assertThat(store.published()).contains(publication);
        assertThat(count("Pod")).isEqualTo(20);
    }

    private int count(String label) {
        return TestServer.query(
                        "MATCH (n:" + label + " {tenant: $tenant}) RETURN count(n) AS n", Map.of("tenant", tenant))
                .get(0)
                .get("n")
                .asInt();
    }
}
