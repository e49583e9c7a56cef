package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.model.Scope;
import dev.throughline.store.Chunk;
import dev.throughline.store.Projection;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import dev.throughline.store.RiskStore;
import dev.throughline.store.Snapshot;
import dev.throughline.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.driver.AuthTokens;
import org.neo4j.graphdb.Transaction;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/** A server that somebody else set up, with the settings it comes with. */
final class OtherServerTest {
    @Test
    void keepsAndPublishesOnAServerThatSomebodyElseSetUp(@TempDir Path folder) {
        try (Neo4j server = start(folder);
                RiskStore store = Neo4jRiskStore.connect(server.boltURI().toString(), AuthTokens.none())) {
            Scope scope = new Scope("github", "acme");
            store.write(List.of(new Chunk("a".repeat(64), 1, new byte[] {1})));
            store.commit(new Snapshot(scope, 0, List.of(), null, null), store.lease(scope, Duration.ofMinutes(1)));
            store.publish(new Projection(
                    "v1",
                    Instant.EPOCH,
                    List.of(
                            new ProjectedNode(
                                    "organization:acme", List.of("Asset", "Organization"), Map.of("name", "acme")),
                            new ProjectedNode(
                                    "repository:shop", List.of("Asset", "Repository"), Map.of("name", "shop"))),
                    List.of(new ProjectedRelationship(
                            "organization:acme", "CONTAINS", "repository:shop", "", Map.of()))));

            assertThat(store.head(scope)).isPresent();
            List<Object> names = server.defaultDatabaseService()
                    .executeTransactionally(
                            "MATCH (:Organization)-[:CONTAINS]->(r:Repository) RETURN r.name AS name",
                            Map.of(),
                            rows -> rows.stream().map(row -> row.get("name")).toList());
            assertThat(names).containsExactly("shop");
        }
    }

    @Test
    void theServerEndsATransactionThatTakesTooLong(@TempDir Path folder) {
        Neo4jSettings impatient = Neo4jSettings.defaults().withTransactionTimeout(Duration.ofSeconds(3));
        Scope scope = new Scope("github", "acme");
        try (Neo4j server = start(folder);
                RiskStore patient = Neo4jRiskStore.connect(server.boltURI().toString(), AuthTokens.none());
                RiskStore store = Neo4jRiskStore.connect(server.boltURI().toString(), AuthTokens.none(), impatient)) {
            TestServer.see(patient, scope); // plans the statements, which takes a cold server a while
            try (Transaction somebodyElse = server.defaultDatabaseService().beginTx()) {
                somebodyElse.execute("MATCH (s:Scope) SET s.held = true");

                assertThatThrownBy(() -> TestServer.see(store, scope))
                        .isInstanceOf(StoreException.class)
                        .hasMessageStartingWith(
                                "Neo4j at " + server.boltURI() + " failed: Neo.ClientError.Transaction.");
            }
        }
    }

    private static Neo4j start(Path folder) {
        return Neo4jBuilders.newInProcessBuilder(folder)
                .withDisabledServer()
                .withConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .build();
    }
}
