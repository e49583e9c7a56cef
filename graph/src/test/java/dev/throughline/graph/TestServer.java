package dev.throughline.graph;

import dev.throughline.model.Scope;
import dev.throughline.store.RiskStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Logging;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.Plan;

/** One server for all tests, for it takes seconds to start. Each test has a tenant of its own. */
final class TestServer {
    private static final EmbeddedNeo4j SERVER = EmbeddedNeo4j.throwAway();
    private static final Driver ANALYST = analyst();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ANALYST.close();
            SERVER.close();
        }));
    }

    private TestServer() {}

    @SuppressWarnings("deprecation") // nothing else keeps it quiet
    private static Driver analyst() {
        return GraphDatabase.driver(
                SERVER.boltUri(),
                AuthTokens.basic(SERVER.user(), SERVER.password()),
                Config.builder().withLogging(Logging.none()).build());
    }

    static RiskStore connect(String tenant) {
        return connect(tenant, SERVER.boltUri());
    }

    static RiskStore connect(String tenant, String uri) {
        return connect(uri, Neo4jSettings.defaults().withTenant(tenant));
    }

    static RiskStore connect(Neo4jSettings settings) {
        return connect(SERVER.boltUri(), settings);
    }

    static RiskStore connect(String uri, Neo4jSettings settings) {
        return Neo4jRiskStore.connect(uri, AuthTokens.basic(SERVER.user(), SERVER.password()), settings);
    }

    static Database database(String tenant) {
        return Database.connect(
                SERVER.boltUri(),
                AuthTokens.basic(SERVER.user(), SERVER.password()),
                Neo4jSettings.defaults().withTenant(tenant));
    }

    static String boltUri() {
        return SERVER.boltUri();
    }

    static String user() {
        return SERVER.user();
    }

    static String password() {
        return SERVER.password();
    }

    /** Deletes everything a tenant has. */
    static void deleteTenant(String tenant) {
        query("MATCH (n) WHERE n.tenant = $tenant DETACH DELETE n", Map.of("tenant", tenant));
    }

    /** How the server would run a statement. */
    static Plan plan(String cypher) {
        try (Session session = ANALYST.session()) {
            return session.run(cypher).consume().queryPlan().orElseThrow();
        }
    }

    /** What an analyst does. */
    static List<Record> query(String cypher, Map<String, Object> parameters) {
        return ANALYST.executableQuery(cypher)
                .withParameters(parameters)
                .execute()
                .records();
    }

    /** Takes note that a scope was read: a small write. */
    static void see(RiskStore store, Scope scope) {
        store.seen(store.lease(scope, Duration.ofSeconds(1)));
    }
}
