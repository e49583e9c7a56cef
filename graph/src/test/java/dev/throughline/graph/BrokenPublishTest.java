package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.store.Projection;
import dev.throughline.store.Projection.Content;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import dev.throughline.store.Publication;
import dev.throughline.store.RiskStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Wherever a publish in many transactions breaks off, the next one ends where an undisturbed one would have. */
final class BrokenPublishTest {
    private static final int ROWS_PER_BATCH = 4;

    private final String tenant = UUID.randomUUID().toString();
    private final Database database = TestServer.database(tenant);
    private final RiskStore other = TestServer.connect(tenant);

    /** How many more contents may be asked for. */
    private final AtomicInteger left = new AtomicInteger();

    @AfterEach
    void close() {
        other.close();
        database.close();
    }

    @Test
    void theFirst() {
        Projection empty = projection("v0", 0, 0, 1);

        breaksAnywhere(empty, claim -> Changes.everything(projection("v1", 0, 40, 1)));
    }

    @Test
    void aDifference() {
        Projection before = projection("v0", 20, 40, 0);

        breaksAnywhere(before, claim -> KnownChanges.between(before, projection("v1", 0, 40, 1), graph()));
    }

    @Test
    void aRepair() {
        breaksAnywhere(
                projection("v0", 20, 40, 0), claim -> FoundChanges.between(graph(), projection("v1", 0, 40, 1), true));
    }

    @Test
    void aRebuild() {
        breaksAnywhere(
                projection("v0", 0, 40, 1), claim -> FoundChanges.between(graph(), projection("v1", 0, 40, 1), false));
    }

    private void breaksAnywhere(Projection before, Function<Claim, Changes> comparison) {
        Projection after = projection("v1", 0, 40, 1);
        left.set(Integer.MAX_VALUE);
        other.publish(projection("clean", 0, 0, 1));
        other.publish(after);
        List<String> clean = export();
        for (int contents = 0; ; contents += 11) {
            left.set(Integer.MAX_VALUE);
            other.publish(before);
            boolean broke = breaksAfter(contents, after, comparison);
            left.set(Integer.MAX_VALUE);

            Publication finished;
            try (RiskStore next = TestServer.connect(tenant)) {
                finished = next.publish(after);
            }

            assertThat(export()).isEqualTo(clean);
            assertThat(other.published()).contains(finished);
            if (!broke) {
                assertThat(contents)
                        .as("the publish broke off at several points")
                        .isGreaterThan(11);
                assertThat(finished.written()).isZero();
                return;
            }
        }
    }

    private boolean breaksAfter(int contents, Projection after, Function<Claim, Changes> comparison) {
        left.set(contents);
        try {
            new Publishing(database, after, comparison, ROWS_PER_BATCH).run();
            return false;
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("power failure");
            return true;
        }
    }

    private PublishedGraph graph() {
        return new PublishedGraph(database);
    }

    /** Pods of some numbers, with a line that is equal in all, each depending on the next, for a reason. */
    private Projection projection(String version, int first, int end, long line) {
        List<ProjectedNode> nodes = IntStream.range(first, end)
                .mapToObj(i -> new ProjectedNode(
                        "pod:" + (100 + i),
                        List.of("Asset", "Pod"),
                        new Fragile(left, i < end / 2 ? Map.of("name", "pod " + i) : Map.of("line", line))))
                .toList();
        List<ProjectedRelationship> relationships = IntStream.range(first, end - 1)
                .mapToObj(i -> new ProjectedRelationship(
                        "pod:" + (100 + i),
                        "DEPENDS_ON",
                        "pod:" + (101 + i),
                        "",
                        new Fragile(left, i % 2 == 0 ? Map.of() : Map.of("reason", "line " + line))))
                .toList();
        return new Projection(version, Instant.EPOCH, nodes, relationships);
    }

    private record Fragile(AtomicInteger left, Map<String, Object> given) implements Content {
        @Override
        public Map<String, Object> properties() {
            if (left.getAndDecrement() <= 0) {
                throw new IllegalStateException("power failure");
            }
            return given;
        }
    }

    private List<String> export() {
        Map<String, Object> parameters = Map.of("tenant", tenant);
        return List.of(
                TestServer.query(
                                "MATCH (n:ThroughlineNode {tenant: $tenant}) RETURN labels(n), properties(n) ORDER BY n.nodeId",
                                parameters)
                        .toString(),
                TestServer.query(
                                "MATCH (a:ThroughlineNode {tenant: $tenant})-[r]->(b) RETURN a.nodeId AS a, type(r) AS t,"
                                        + " b.nodeId AS b, properties(r) ORDER BY a, t, b",
                                parameters)
                        .toString());
    }
}
