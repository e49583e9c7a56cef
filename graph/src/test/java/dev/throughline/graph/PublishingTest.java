package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.store.Projection;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import dev.throughline.store.Publication;
import dev.throughline.store.RiskStore;
import dev.throughline.store.StoreException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

/** The published graph, as analysts see it. */
final class PublishingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");
    private static final ProjectedNode SHOP = new ProjectedNode(
            "repository:shop", List.of("Asset", "Repository"), Map.of("name", "shop", "archived", false));
    private static final ProjectedNode IMAGE = new ProjectedNode(
            "image:sha256:1",
            List.of("Asset", "ContainerImage"),
            Map.of("tags", List.of("1.0", "latest"), "line", 42L, "score", 0.5, "createdAt", NOON));
    private static final ProjectedRelationship NEEDS =
            new ProjectedRelationship("repository:cart", "DEPENDS_ON", "repository:shop", "", Map.of());
    private static final ProjectedRelationship BUILT = new ProjectedRelationship(
            "image:sha256:1", "BUILT_FROM", "repository:shop", "", Map.of("trust", "attested"));

    private final String tenant = UUID.randomUUID().toString();
    private final RiskStore store = TestServer.connect(tenant);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void isPlainCypher() {
        publish("v1", List.of(SHOP, IMAGE), BUILT);

        Record row = query(
                        "MATCH (i:Asset:ContainerImage)-[b:BUILT_FROM {trust: 'attested'}]->(r:Repository {name: 'shop'})"
                                + " WHERE i.tenant = $tenant AND 'latest' IN i.tags AND i.createdAt > datetime('2026-01-01')"
                                + " RETURN i, keys(b) AS relationship, labels(r) AS labels")
                .get(0);

        assertThat(row.get("i").get("line").asLong()).isEqualTo(42);
        assertThat(row.get("i").get("score").asDouble()).isEqualTo(0.5);
        assertThat(row.get("i").get("createdAt").asZonedDateTime()).isEqualTo(NOON.atZone(ZoneOffset.UTC));
        assertThat(row.get("relationship").asList(v -> v.asString())).containsExactlyInAnyOrder("trust", "fingerprint");
        assertThat(row.get("labels").asList(v -> v.asString()))
                .containsExactlyInAnyOrder("Asset", "Repository", "ThroughlineNode");
    }

    @Test
    void saysOnOneNodeWhatItShows() {
        publish("v1", List.of(SHOP, IMAGE), BUILT);
        publish("v2", List.of(SHOP));

        Record state = query("MATCH (t:Throughline {tenant: $tenant}) RETURN t").get(0);

        assertThat(state.get("t").asMap())
                .containsEntry("version", "v2")
                .containsEntry("state", "PUBLISHED")
                .containsEntry("assessedAt", NOON.atZone(ZoneOffset.UTC))
                .containsEntry("nodes", 1L)
                .containsEntry("relationships", 0L)
                .containsEntry("written", 2L)
                .containsKey("publishedAt");
    }

    @Test
    void changesLabelsAndWithdrawsProperties() {
        publish("v1", List.of(SHOP, IMAGE), BUILT);

        publish(
                "v2",
                List.of(new ProjectedNode(SHOP.id(), List.of("Asset", "Project"), Map.of("name", "store")), IMAGE),
                new ProjectedRelationship(BUILT.from(), BUILT.type(), BUILT.to(), "", Map.of("method", "claim")));

        Record row = query("MATCH (p {tenant: $tenant, nodeId: 'repository:shop'})<-[b:BUILT_FROM]-()"
                        + " RETURN labels(p) AS labels, p.name AS name, keys(p) AS names, keys(b) AS relationship")
                .get(0);
        assertThat(row.get("labels").asList(v -> v.asString()))
                .containsExactlyInAnyOrder("Asset", "Project", "ThroughlineNode");
        assertThat(row.get("name").asString()).isEqualTo("store");
        assertThat(row.get("names").asList(v -> v.asString()))
                .containsExactlyInAnyOrder("name", "tenant", "nodeId", "fingerprint");
        assertThat(row.get("relationship").asList(v -> v.asString()))
                .containsExactlyInAnyOrder("method", "fingerprint");
    }

    @Test
    void anAssetIsFoundByItsKeyAlone() {
        publish("v1", List.of(keyed("shop"), keyed("cart"), IMAGE), NEEDS);

        assertThat(query("MATCH (r:Repository {tenant: $tenant}) WHERE r.nodeId IS NULL RETURN r.key AS key"))
                .extracting(row -> row.get("key").asString())
                .containsExactlyInAnyOrder("repository:cart", "repository:shop");
        Projection same = projection("v2", List.of(keyed("shop"), keyed("cart"), IMAGE), NEEDS);
        assertThat(inAnotherProcess(same).written()).isZero();
        assertThat(inAnotherProcess(projection("v3", List.of(keyed("shop"), keyed("till"), IMAGE)))
                        .written())
                .as("one node goes and takes its relationship along, one comes")
                .isEqualTo(2);
        assertThat(publish("v4", List.of(keyed("shop"), keyed("till"))).written())
                .isEqualTo(1);
        assertThat(query("MATCH (r:Asset {tenant: $tenant}) RETURN r.key AS key"))
                .extracting(row -> row.get("key").asString())
                .containsExactlyInAnyOrder("repository:shop", "repository:till");
    }

    private static ProjectedNode keyed(String name) {
        String key = "repository:" + name;
        return new ProjectedNode(key, List.of("Asset", "Repository"), Map.of("key", key, "name", name));
    }

    @Test
    void replacesARelationshipWhoseDiscriminatorIsNotItsOwn() {
        ProjectedRelationship built =
                new ProjectedRelationship(IMAGE.id(), "BUILT_FROM", SHOP.id(), "label", Map.of("method", "label"));
        publish("v1", List.of(SHOP, IMAGE), built);
        query("MATCH (:ContainerImage {tenant: $tenant})-[b:BUILT_FROM]->() SET b.discriminator = 'label'");

        assertThat(inAnotherProcess(projection("v2", List.of(SHOP, IMAGE), built))
                        .written())
                .isEqualTo(2);
        assertThat(count("MATCH (:ContainerImage {tenant: $tenant})-[b:BUILT_FROM]->() RETURN count(b) AS n"))
                .isEqualTo(1);
    }

    @Test
    void whatAnalystsAddStays() {
        publish("v1", List.of(SHOP, IMAGE), BUILT);
        query("MATCH (r:Repository {tenant: $tenant})<-[b:BUILT_FROM]-(i)"
                + " CREATE (r)-[:DISCUSSED_IN]->(:Meeting {name: 'Monday', tenant: $tenant}), (i)-[:LIKES]->(r)"
                + " SET r:Reviewed, r.reviewer = 'ada', b.comment = 'sure'");

        Publication changed = publish(
                "v2",
                List.of(new ProjectedNode(SHOP.id(), SHOP.labels(), Map.of("name", "store")), IMAGE),
                new ProjectedRelationship(BUILT.from(), BUILT.type(), BUILT.to(), "", Map.of("trust", "inferred")));

        assertThat(changed.written()).isEqualTo(2);
        assertThat(query("MATCH (i)-[:LIKES]->(r:Repository:Reviewed {tenant: $tenant, name: 'store', reviewer: 'ada'})"
                        + " MATCH (i)-[b:BUILT_FROM {comment: 'sure', trust: 'inferred'}]->(r)-[:DISCUSSED_IN]->(m:Meeting)"
                        + " WHERE r.archived IS NULL RETURN m"))
                .hasSize(1);

        publish("v3", List.of(IMAGE));

        assertThat(query("MATCH (m:Meeting {tenant: $tenant}) RETURN m")).hasSize(1);
        assertThat(query("MATCH (r:Reviewed {tenant: $tenant}) RETURN r")).isEmpty();
    }

    @Test
    void anotherProcessMendsWhatAnalystsDeletedOrDoubled() {
        publish("v1", List.of(SHOP, IMAGE), BUILT);
        query("MATCH (i {tenant: $tenant})-[b:BUILT_FROM]->(r) CREATE (i)-[c:BUILT_FROM]->(r) SET c = properties(b)");
        query("MATCH (i {tenant: $tenant})-[:BUILT_FROM]->(r) CREATE (r)-[:OWNS]->(i)");

        assertThat(inAnotherProcess(projection("v2", List.of(SHOP, IMAGE), BUILT))
                        .written())
                .as("the double, and relationships of a type of the model that nobody published")
                .isEqualTo(3);

        query("MATCH (r:Repository {tenant: $tenant}) DETACH DELETE r");

        assertThat(inAnotherProcess(projection("v3", List.of(SHOP, IMAGE), BUILT))
                        .written())
                .isEqualTo(2);
        assertThat(query("MATCH ({tenant: $tenant})-[b:BUILT_FROM]->(:Repository) RETURN b"))
                .hasSize(1);
    }

    @Test
    void noticesThatWhatItChangesIsGone() {
        publish("v1", List.of(SHOP, IMAGE), BUILT);
        query("MATCH (r:Repository {tenant: $tenant}) DETACH DELETE r");
        ProjectedNode store = new ProjectedNode(SHOP.id(), SHOP.labels(), Map.of("name", "store"));

        assertThat(publish("v2", List.of(store, IMAGE), BUILT).written()).isEqualTo(2);

        assertThat(query("MATCH (:ContainerImage {tenant: $tenant})-[:BUILT_FROM]->(r {name: 'store'}) RETURN r"))
                .hasSize(1);
    }

    @Test
    void aRebuildTrustsNothing() {
        publish("v1", List.of(SHOP, IMAGE), BUILT);
        query("MATCH (i {tenant: $tenant})-[b:BUILT_FROM]->(r) SET r.name = 'forged', r.path = '/', r:Pod, r:Mine,"
                + " b.trust = 'forged', r.reviewer = 'ada' CREATE (r)-[:DISCUSSED_IN]->(:Meeting {tenant: $tenant})");
        assertThat(publish("v2", List.of(SHOP, IMAGE), BUILT).written()).isZero();

        Publication rebuilt = store.rebuild(projection("v2", List.of(SHOP, IMAGE), BUILT));

        assertThat(rebuilt).isEqualTo(new Publication("v2", NOON, true, 2, 1, 3));
        assertThat(
                        query(
                                "MATCH (r:Repository:Mine {tenant: $tenant, name: 'shop', reviewer: 'ada'})-->(:Meeting)"
                                        + " MATCH (r)<-[:BUILT_FROM {trust: 'attested'}]-() WHERE r.path IS NULL AND NOT r:Pod RETURN r"))
                .hasSize(1);
    }

    @Test
    void aRelationshipWithoutPropertiesHasNone() {
        publish("v1", List.of(SHOP, IMAGE), new ProjectedRelationship(SHOP.id(), "CONTAINS", IMAGE.id(), "", Map.of()));

        assertThat(query("MATCH ({tenant: $tenant})-[c:CONTAINS]->() RETURN size(keys(c)) AS names")
                        .get(0)
                        .get("names")
                        .asInt())
                .isZero();
        assertThat(inAnotherProcess(projection(
                                "v2",
                                List.of(SHOP, IMAGE),
                                new ProjectedRelationship(SHOP.id(), "CONTAINS", IMAGE.id(), "", Map.of())))
                        .written())
                .isZero();
    }

    @Test
    void publishesToServersThatTakeNamesInTheTextOnly() {
        assertThat(Naming.of("Neo4j/5.26.30")).isEqualTo(Naming.IN_ROWS);
        assertThat(Naming.of("Neo4j/2026.08.1")).isEqualTo(Naming.IN_ROWS);
        assertThat(Naming.of("Neo4j/5.27-aura")).isEqualTo(Naming.IN_ROWS);
        assertThat(Naming.of("Neo4j/5.9.0")).isEqualTo(Naming.IN_TEXT);
        assertThat(Naming.of("Other/6.0")).isEqualTo(Naming.IN_TEXT);
        Projection projection = projection("v1", List.of(SHOP, IMAGE), BUILT);

        try (Database database = TestServer.database(tenant)) {
            Changes everything = Changes.everything(projection);
            database.writeOnce(tx -> new GraphWriter(everything, tenant, Naming.IN_TEXT).write(Writing.in(tx, 10)));
        }

        assertThat(query("MATCH (:Asset:ContainerImage {tenant: $tenant})-[:BUILT_FROM]->(r:Repository) RETURN r"))
                .hasSize(1);
        assertThat(inAnotherProcess(projection).written()).isZero();
    }

    @Test
    void tenantsShareNothing() {
        publish("v1", List.of(SHOP, IMAGE), BUILT);

        try (RiskStore other = TestServer.connect("other " + tenant)) {
            assertThat(other.published()).isEmpty();
            other.publish(projection("v9", List.of(SHOP)));
            other.publish(projection("v10", List.of()));
        }

        assertThat(publish("v2", List.of(SHOP, IMAGE), BUILT).written()).isZero();
    }

    @Test
    void writesMuchInSeveralTransactionsAndSaysSo() {
        Set<String> states = new TreeSet<>();
        Iterable<ProjectedRelationship> watched = () -> {
            store.published().ifPresent(shown -> states.add(shown.version() + " " + shown.complete()));
            return links(500).iterator();
        };

        Publication first = store.publish(new Projection("v1", NOON, pods(25_000), watched));

        assertThat(first).isEqualTo(new Publication("v1", NOON, true, 25_000, 500, 25_500));
        assertThat(store.published()).contains(first);
        assertThat(states).containsExactly("v1 false");
        assertThat(count("MATCH (:Pod {tenant: $tenant})-[r:DEPENDS_ON]->(:Pod) RETURN count(r) AS n"))
                .isEqualTo(500);
        assertThat(store.publish(new Projection("v2", NOON, pods(25_000), links(500)))
                        .written())
                .isZero();
        assertThat(store.publish(new Projection("v3", NOON, pods(24_000), links(400)))
                        .written())
                .isEqualTo(1_100);
        assertThat(inAnotherProcess(new Projection("v4", NOON, pods(24_000), links(400)))
                        .written())
                .isZero();
    }

    @Test
    void aSmallPublishIsSeenWhollyOrNotAtAll() {
        publish("v1", List.of(SHOP));
        ProjectedNode broken = new ProjectedNode("image:x", List.of("Asset", "ContainerImage"), () -> {
            throw new IllegalStateException("power failure");
        });

        assertThatThrownBy(() -> publish("v2", List.of(IMAGE, broken))).hasMessage("power failure");

        assertThat(store.published().orElseThrow().version()).isEqualTo("v1");
        assertThat(store.published().orElseThrow().complete()).isTrue();
        assertThat(query("MATCH (n:ThroughlineNode {tenant: $tenant}) RETURN n.nodeId AS id"))
                .extracting(row -> row.get("id").asString())
                .containsExactly(SHOP.id());
    }

    @Test
    void ofTwoPublishersTheLaterGoesOn() {
        Iterable<ProjectedRelationship> overtaken = new Iterable<>() {
            private boolean first = true;

            @Override
            public Iterator<ProjectedRelationship> iterator() {
                if (first) {
                    first = false;
                    publish("later", List.of(IMAGE));
                }
                return List.<ProjectedRelationship>of().iterator();
            }
        };

        assertThatThrownBy(() -> store.publish(new Projection("earlier", NOON, List.of(SHOP), overtaken)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("somebody else began to publish");

        assertThat(store.published().orElseThrow().version()).isEqualTo("later");
        assertThat(query("MATCH (n:Repository {tenant: $tenant}) RETURN n")).isEmpty();
    }

    @Test
    void hostileTextsAreOnlyEverParameters() {
        TestServer.query("CALL db.stats.collect('QUERIES')", Map.of());
        List<String> harmless = List.of("a", "b", "c", "d", "e", "f");
        List<String> hostile = List.of(
                "`) DETACH DELETE (n) //",
                "\\u0060}) MATCH (n) DETACH DELETE n //",
                "' OR 1=1 }) RETURN 1 //",
                "$tenant {`$`} :Asset|`x`",
                "\u202e\ud83d\ude00\u0000\r\n\t\"",
                "/*labels*/ /*type*/ /*remove*/");

        publishTexts(harmless);
        Set<String> harmlessStatements = statements();
        publishTexts(hostile);

        assertThat(statements()).isNotEmpty().isSubsetOf(harmlessStatements);
        TestServer.query("RETURN 1 AS stillListening", Map.of());
        assertThat(statements()).contains("RETURN 1 AS stillListening");
        assertThat(query("MATCH (a:Workload {tenant: $tenant})-[r:CAN_ATTACK]->() RETURN a, r.edge AS edge"
                        + " ORDER BY a.nodeId"))
                .extracting(
                        row -> row.get("a").get("name").asString(),
                        row -> row.get("edge").asString())
                .containsExactlyInAnyOrderElementsOf(
                        hostile.stream().map(text -> tuple(text, text)).toList());
    }

    /** Creates, changes and removes nodes and relationships that hold these texts everywhere a text may stand. */
    private void publishTexts(List<String> texts) {
        for (long line = 0; line < 2; line++) {
            long now = line;
            List<ProjectedNode> nodes = texts.stream()
                    .map(text -> new ProjectedNode(
                            text,
                            List.of("Asset", "Workload"),
                            Map.of("name", text, "labels", List.of(text), "line", now)))
                    .toList();
            publish("empty", List.of());
            publish(texts.get(0), nodes, attacks(texts, "0"));
            publish(texts.get(1), nodes, attacks(texts, "1"));
        }
        List<ProjectedNode> changed = texts.stream()
                .map(text -> new ProjectedNode(text, List.of("Asset", "Workload"), Map.of("name", text)))
                .toList();
        publish(texts.get(2), changed, attacks(texts, "2"));
    }

    private static ProjectedRelationship[] attacks(List<String> texts, String version) {
        return texts.stream()
                .map(text -> new ProjectedRelationship(
                        text, "CAN_ATTACK", texts.get(0), text, Map.of("edge", text, "title", version)))
                .toArray(ProjectedRelationship[]::new);
    }

    /** All that the server has seen so far. */
    private static Set<String> statements() {
        Set<String> statements = new TreeSet<>();
        TestServer.query("CALL db.stats.retrieve('QUERIES')", Map.of())
                .forEach(row -> statements.add(row.get("data").get("query").asString()));
        statements.removeIf(statement -> statement.contains("db.stats"));
        return statements;
    }

    @Test
    void refusesNamesThatAreNotOfTheModel() {
        for (ProjectedNode node : List.of(
                new ProjectedNode("a", List.of("Asset", "User`) DELETE (n"), Map.of()),
                new ProjectedNode("a", List.of("ThroughlineNode"), Map.of()),
                new ProjectedNode("a", List.of(), Map.of()),
                new ProjectedNode("a", List.of("Asset"), Map.of("not a name", 1L)),
                new ProjectedNode("a", List.of("Asset"), Map.of("tenant", "another")))) {
            assertThatIllegalArgumentException().isThrownBy(() -> publish("v1", List.of(node)));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> publish(
                        "v1", List.of(SHOP), new ProjectedRelationship(SHOP.id(), "EATS", SHOP.id(), "", Map.of())))
                .withMessage("'EATS' is not a relationship type of the model");
        assertThat(store.published()).isEmpty();
    }

    @Test
    void refusesAProjectionThatContradictsItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> publish("v1", List.of(SHOP, SHOP)))
                .withMessage("the projection has two of 'repository:shop'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> publish("v1", List.of(SHOP, IMAGE), BUILT, BUILT))
                .withMessage("the projection has two of 'image:sha256:1 BUILT_FROM repository:shop'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> publish("v1", List.of(SHOP), BUILT))
                .withMessageContaining("'image:sha256:1', which is no node of the projection");
        publish("v1", List.of(SHOP, IMAGE), BUILT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> publish("v2", List.of(SHOP), BUILT))
                .withMessageContaining("no node of the projection");
    }

    @Test
    void aVeryLongNameStopsNothing() {
        String name = "\u6f22".repeat(4_000);
        ProjectedNode path = new ProjectedNode(name, List.of("AttackPath"), Map.of("key", name));
        ProjectedRelationship ends = new ProjectedRelationship(SHOP.id(), "ENDS_AT", name, "", Map.of());

        publish("v1", List.of(SHOP, path), ends);

        assertThat(query("MATCH ({tenant: $tenant})-[:ENDS_AT]->(f:AttackPath) RETURN f.key AS key, f.nodeId AS id"))
                .extracting(
                        row -> row.get("key").asString().equals(name),
                        row -> row.get("id").asString().length())
                .containsExactly(tuple(true, 71));
        assertThat(publish("v2", List.of(SHOP, path), ends).written()).isZero();
    }

    private static List<ProjectedNode> pods(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ProjectedNode(pod(i), List.of("Asset", "Pod"), Map.of("name", "pod " + i)))
                .toList();
    }

    private static String pod(int number) {
        return String.format("pod:prod-eu/shop/%05d", number);
    }

    private static List<ProjectedRelationship> links(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ProjectedRelationship(pod(i), "DEPENDS_ON", pod(i * 7), "", Map.of()))
                .toList();
    }

    private Publication inAnotherProcess(Projection projection) {
        try (RiskStore other = TestServer.connect(tenant)) {
            return other.publish(projection);
        }
    }

    private int count(String cypher) {
        return query(cypher).get(0).get("n").asInt();
    }

    private Publication publish(String version, List<ProjectedNode> nodes, ProjectedRelationship... relationships) {
        return store.publish(projection(version, nodes, relationships));
    }

    /** Puts into order what a test names in any. */
    private static Projection projection(
            String version, List<ProjectedNode> nodes, ProjectedRelationship... relationships) {
        return new Projection(
                version,
                NOON,
                nodes.stream().sorted().toList(),
                Stream.of(relationships).sorted().toList());
    }

    private List<Record> query(String cypher) {
        Map<String, Object> parameters = new HashMap<>(Map.of("tenant", tenant));
        return TestServer.query(cypher, parameters);
    }
}
