package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;

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
    private CuttingProxy proxy;
    private RiskStore store;

    @BeforeEach
    void connect() throws Exception {
        proxy = new CuttingProxy(TestServer.boltUri());
        store = TestServer.connect(tenant, proxy.boltUri());
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        proxy.close();
    }

    @Test
    void aCommitComesAboutOnce() {
        for (long run = 0; run < 2; run++) {
            Lease lease = store.lease(ACME, MINUTE);
            proxy.cutNext(1);

            Snapshot committed = store.commit(new Snapshot(ACME, 0, List.of(), "run " + run, null), lease);

            assertThat(proxy.leftToCut()).isZero();
            assertThat(committed.run()).isEqualTo(run + 1);
            assertThat(store.head(ACME)).contains(committed);
        }
        assertThat(count("Run")).isEqualTo(2);
    }

    @Test
    void aLeaseIsHeldByWhoTookIt() {
        proxy.cutNext(1);
        Lease lease = store.lease(ACME, MINUTE);
        assertThat(proxy.leftToCut()).isZero();

        proxy.cutNext(1);
        store.renew(lease, MINUTE);
        assertThat(proxy.leftToCut()).isZero();

        proxy.cutNext(1);
        store.seen(lease);
        assertThat(proxy.leftToCut()).isZero();

        Lease next = store.lease(ACME, MINUTE);
        assertThat(next.fence()).isEqualTo(lease.fence() + 1);
        proxy.cutNext(1);
        store.release(next);
        assertThat(proxy.leftToCut()).isZero();
        assertThat(store.lease(ACME, MINUTE).fence()).isEqualTo(lease.fence() + 2);
    }

    @Test
    void chunksAreWrittenOnce() {
        List<Chunk> chunks = IntStream.range(0, 40)
                .mapToObj(i -> new Chunk(String.format("%064d", i), i, new byte[] {1}))
                .toList();
        proxy.cutNext(2);

        store.write(chunks);

        assertThat(proxy.leftToCut()).isZero();
        assertThat(count("FactChunk")).isEqualTo(40);
    }

    @Test
    void aPublishIsWrittenOnce() {
        List<ProjectedNode> nodes = IntStream.range(0, 20)
                .mapToObj(i -> new ProjectedNode("pod " + i, List.of("Asset", "Pod"), Map.of("line", (long) i)))
                .sorted()
                .toList();
        // The claim of the graph, which the driver repeats, and what is written then.
        proxy.cutNext(2);

        Publication publication = store.publish(new Projection("v1", Instant.EPOCH, nodes, List.of()));

        assertThat(proxy.leftToCut()).isZero();
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
