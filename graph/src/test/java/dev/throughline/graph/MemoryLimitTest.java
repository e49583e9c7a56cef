package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import dev.throughline.store.Chunk;
import dev.throughline.store.Projection;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Publication;
import dev.throughline.store.RiskStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.driver.AuthTokens;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** A server that gives a transaction less memory than a batch needs. */
final class MemoryLimitTest {
    @Test
    void publishesInSmallerTransactions(@TempDir Path directory) {
        List<ProjectedNode> nodes = IntStream.range(0, 6_000)
                .mapToObj(i -> new ProjectedNode("pod:" + i, List.of("Asset", "Pod"), Map.of("name", "pod " + i)))
                .sorted()
                .toList();
        DatabaseManagementService server = small(directory);
        try (RiskStore store = Neo4jRiskStore.connect(boltUri(server), AuthTokens.none())) {
            Publication publication = store.publish(new Projection("v1", Instant.EPOCH, nodes, List.of()));

            assertThat(publication).isEqualTo(new Publication("v1", Instant.EPOCH, true, 6_000, 0, 6_000));
            assertThat(store.publish(new Projection("v2", Instant.EPOCH, nodes, List.of()))
                            .written())
                    .isZero();
        } finally {
            server.shutdown();
        }
    }

    @Test
    void storesChunksInSmallerTransactions(@TempDir Path directory) {
        Random random = new Random(1);
        List<Chunk> chunks =
                IntStream.range(0, 200).mapToObj(i -> chunk(random)).toList();
        DatabaseManagementService server = small(directory);
        try (RiskStore store = Neo4jRiskStore.connect(boltUri(server), AuthTokens.none())) {
            store.write(chunks);

            assertThat(store.missing(chunks.stream().map(Chunk::hash).toList())).isEmpty();
        } finally {
            server.shutdown();
        }
    }

    private static Chunk chunk(Random random) {
        byte[] bytes = new byte[64 << 10];
        random.nextBytes(bytes);
        return new Chunk(Hashing.sha256().hashBytes(bytes).toString(), 1, bytes);
    }

    /** A server whose transactions have four mebibytes. */
    private static DatabaseManagementService small(Path directory) {
        return new DatabaseManagementServiceBuilder(directory)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("localhost", 0))
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(16))
                .setConfig(GraphDatabaseSettings.memory_transaction_max_size, ByteUnit.mebiBytes(4))
                .build();
    }

    private static String boltUri(DatabaseManagementService server) {
        int port = ((GraphDatabaseAPI) server.database("neo4j"))
                .getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
        return "bolt://localhost:" + port;
    }
}
