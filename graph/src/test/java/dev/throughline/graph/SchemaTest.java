package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.model.Scope;
import dev.throughline.store.Collected;
import dev.throughline.store.PartitionState;
import dev.throughline.store.RiskStore;
import dev.throughline.store.Snapshot;
import dev.throughline.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SchemaTest {
    @Test
    void everythingThatIsMergedIsUnique() {
        TestServer.connect("schema").close();

        assertThat(TestServer.query("SHOW CONSTRAINTS YIELD name, type", Map.of()))
                .extracting(
                        row -> row.get("name").asString(),
                        row -> row.get("type").asString())
                .contains(
                        tuple("throughline_schema", "UNIQUENESS"),
                        tuple("throughline_scope", "UNIQUENESS"),
                        tuple("throughline_run", "UNIQUENESS"),
                        tuple("throughline_chunk", "UNIQUENESS"),
                        tuple("throughline_node", "UNIQUENESS"),
                        tuple("throughline_state", "UNIQUENESS"),
                        tuple("throughline_record", "UNIQUENESS"));
    }

    @Test
    void severalMayConnectForTheFirstTime() {
        TestServer.connect("schema").close();
        TestServer.query("MATCH (s:ThroughlineSchema) DELETE s", Map.of());
        for (String constraint : List.of("schema", "scope", "run", "chunk", "node", "state", "record")) {
            TestServer.query("DROP CONSTRAINT throughline_" + constraint, Map.of());
        }

        IntStream.range(0, 4)
                .parallel()
                .forEach(i -> TestServer.connect("first " + i).close());

        assertThat(TestServer.query("MATCH (s:ThroughlineSchema) RETURN s.version AS version", Map.of()))
                .extracting(row -> row.get("version").asInt())
                .containsExactly(Schema.VERSION);
    }

    @Test
    void goesOnWithARecordOfTheFirstVersion() {
        String tenant = "first version";
        Scope scope = new Scope("github", "acme");
        TestServer.connect(tenant).close();
        TestServer.query("DROP CONSTRAINT throughline_record", Map.of());
        TestServer.query("DROP INDEX throughline_asset_key", Map.of());
        TestServer.query("MATCH (s:ThroughlineSchema) SET s.version = 1", Map.of());
        TestServer.query("""
                CREATE (:Scope {tenant: $tenant, id: 'github:acme', head: 2, seenAt: datetime('2030-01-02T00:00:00Z')}),
                  (:FactChunk {tenant: $tenant, hash: 'a', facts: 1, bytes: $bytes}),
                  (:FactChunk {tenant: $tenant, hash: 'b', facts: 1, bytes: $bytes})
                WITH *
                UNWIND [1, 2] AS number
                CREATE (:Run {tenant: $tenant, scope: 'github:acme', number: number, commitId: 'c' + number,
                  formatVersion: 1, partitionNames: ['p', 'q'], partitionChunks: [['a', 'b'][number - 1], ''],
                  partitionFacts: [1, 0], partitionObservedAt: [datetime('2030-01-01T00:00:00Z'), datetime()],
                  stalePartitions: ['q'], staleReasons: ['HTTP 403'],
                  committedAt: datetime('2030-01-01T00:00:00Z') + duration({days: number})})
                """, Map.of("tenant", tenant, "bytes", new byte[] {1}));

        try (RiskStore store = TestServer.connect(tenant)) {
            Snapshot head = store.head(scope).orElseThrow();
            assertThat(head.partitions())
                    .extracting(PartitionState::name, PartitionState::staleBecause, PartitionState::reading)
                    .containsExactly(tuple("p", null, null), tuple("q", "HTTP 403", null));
            Instant later = Instant.parse("2030-01-03T00:00:00Z");
            assertThat(head.committedAt()).isEqualTo(later);

            Snapshot next = store.commit(head, store.lease(scope, Duration.ofMinutes(1)));

            assertThat(next.run()).isEqualTo(3);
            assertThat(next.committedAt()).isEqualTo(later);
            assertThat(store.collect(later.plusSeconds(1))).isEqualTo(new Collected(2, 1));
            assertThat(store.missing(List.of("a", "b"))).containsExactly("a");
            assertThat(store.heads()).containsExactly(next);
        }
        everythingThatIsMergedIsUnique();
    }

    @Test
    void refusesTheGraphOfANewerVersion() {
        TestServer.connect("schema").close();
        TestServer.query("MATCH (s:ThroughlineSchema) SET s.version = s.version + 1", Map.of());
        try {
            assertThatThrownBy(() -> TestServer.connect("schema"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("the graph at " + TestServer.boltUri()
                            + " was written by a newer Throughline (schema 3, this one knows 2)");
        } finally {
            TestServer.query("MATCH (s:ThroughlineSchema) SET s.version = s.version - 1", Map.of());
        }
    }
}
