package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.Scope;
import dev.throughline.store.Chunk;
import dev.throughline.store.RiskStore;
import dev.throughline.store.RiskStoreContract;
import dev.throughline.store.Snapshot;
import dev.throughline.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;

/** The contract, over Bolt. */
final class Neo4jRiskStoreTest implements RiskStoreContract {
    private final String tenant = UUID.randomUUID().toString();
    private RiskStore store = TestServer.connect(tenant);

    @Override
    public RiskStore store() {
        return store;
    }

    @Override
    public RiskStore reopen() {
        store.close();
        store = TestServer.connect(tenant);
        return store;
    }

    @Override
    public void passes(Duration time) {
        Map<String, Object> parameters = Map.of("tenant", tenant, "millis", time.toMillis());
        TestServer.query(
                "MATCH (s:Scope {tenant: $tenant}) SET s.lock = true WITH s WHERE s.leaseUntil IS NOT NULL"
                        + " SET s.leaseUntil = s.leaseUntil - duration({milliseconds: $millis})",
                parameters);
        TestServer.query(
                "MATCH (c:FactChunk {tenant: $tenant})"
                        + " SET c.writtenAt = c.writtenAt - duration({milliseconds: $millis})",
                parameters);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tenantsDoNotSeeEachOther() {
        Chunk chunk = new Chunk("a".repeat(64), 1, new byte[] {1});
        store.write(List.of(chunk));
        Scope acme = new Scope("github", "acme");
        store.commit(new Snapshot(acme, 0, List.of(), null, null), store.lease(acme, Duration.ofMinutes(1)));

        try (RiskStore other = TestServer.connect("another " + tenant)) {
            assertThat(other.heads()).isEmpty();
            assertThat(other.missing(List.of(chunk.hash()))).containsExactly(chunk.hash());
            other.write(List.of(new Chunk(chunk.hash(), 2, new byte[] {2})));
        }

        store.read(List.of(chunk.hash()), read -> assertThat(read.facts()).isEqualTo(1));
    }

    @Test
    void aClockThatIsSetBackDoesNotChangeTheOrderOfRuns() {
        Scope acme = new Scope("github", "acme");
        Duration minute = Duration.ofMinutes(1);
        store.commit(new Snapshot(acme, 0, List.of(), "first", null), store.lease(acme, minute));
        TestServer.query(
                "MATCH (n {tenant: $tenant}) WHERE n.committedAt IS NOT NULL"
                        + " SET n.committedAt = n.committedAt + duration({hours: 1})",
                Map.of("tenant", tenant));
        Snapshot first = store.head(acme).orElseThrow();

        Snapshot second = store.commit(new Snapshot(acme, 0, List.of(), "second", null), store.lease(acme, minute));

        assertThat(second.committedAt()).isEqualTo(first.committedAt());
        assertThat(store.headsAt(second.committedAt())).containsExactly(second);
        assertThat(store.headsAt(second.committedAt().minusSeconds(1))).isEmpty();
    }

    @Test
    void tenantsAreCollectedOneByOne() {
        Chunk chunk = new Chunk("a".repeat(64), 1, new byte[] {1});
        store.write(List.of(chunk));
        passes(Duration.ofDays(2));

        try (RiskStore other = TestServer.connect("another " + tenant)) {
            assertThat(other.collect(Instant.now()).chunks()).isZero();
        }

        assertThat(store.missing(List.of(chunk.hash()))).isEmpty();
        assertThat(store.collect(Instant.now()).chunks()).isEqualTo(1);
    }

    @Test
    void saysWhichServerRefusesThePassword() {
        assertThatThrownBy(() -> Neo4jRiskStore.connect(TestServer.boltUri(), AuthTokens.basic("neo4j", "neo4j")))
                .isInstanceOf(StoreException.class)
                .hasMessage("Neo4j at " + TestServer.boltUri() + " refuses the user or the password");
    }

    @Test
    void namesTheServerInItsLocation() {
        assertThat(store.location()).isEqualTo(TestServer.boltUri());
    }
}
