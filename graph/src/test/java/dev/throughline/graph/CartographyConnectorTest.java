package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.fact.Progress;
import dev.throughline.fact.Rejection;
import dev.throughline.model.AssetKey;
import dev.throughline.model.DataStore;
import dev.throughline.model.Repository;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.VirtualMachine;
import dev.throughline.model.Visibility;
import dev.throughline.store.Assembly;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.Ingest;
import dev.throughline.store.Ingest.Losses;
import dev.throughline.store.IngestReport;
import dev.throughline.store.RecordCounts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** On a small graph in Cartography's schema, with old and new labels, missing properties and hostile names. */
final class CartographyConnectorTest {
    private static final String SHA = "sha256:" + "a".repeat(64);
    private static final String HOST = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";
    private static final String INSTANCE = "cloud:arn:aws:ec2:eu-west-1:111122223333:instance/";

    private static EmbeddedNeo4j server;
    private static Driver driver;

    private final InMemoryRiskStore store = new InMemoryRiskStore();

    @BeforeAll
    static void fill() {
        server = EmbeddedNeo4j.throwAway();
        driver = GraphDatabase.driver(server.boltUri(), AuthTokens.basic(server.user(), server.password()));
        write("""
            CREATE (a:AWSAccount {id: '111122223333', name: 'prod', lastupdated: 7}),
                   (p:AWSInstanceProfile {arn: 'arn:aws:iam::111122223333:instance-profile/web'}),
                   (r:AWSRole:AWSPrincipal {id: 'arn:aws:iam::111122223333:role/web', name: 'web', lastupdated: 7,
                                            arn: 'arn:aws:iam::111122223333:role/web'}),
                   (t:AWSPrincipal {arn: 'arn:aws:iam::999988887777:root'}),
                   (s:AWSPrincipal {arn: 'ec2.amazonaws.com'}),
                   (i:AWSEC2Instance:EC2Instance {id: 'i-1', instanceid: 'i-1', lastupdated: 7, region: 'eu-west-1',
                        arn: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1', publicipaddress: '203.0.113.7',
                        metadatahttptokens: 'optional'}),
                   (j:EC2Instance {id: 'i-2', lastupdated: 7, region: 'eu-west-1'}),
                   (k:EC2Instance {id: 'i-3`]-(x) //', lastupdated: 7}),
                   (b:S3Bucket {id: 'public', name: 'public', anonymous_access: true, default_encryption: true, lastupdated: 7}),
                   (c:S3Bucket {id: 'other', anonymous_access: false, lastupdated: 7}),
                   (a)-[:RESOURCE]->(i), (a)-[:RESOURCE]->(j), (a)-[:RESOURCE]->(k), (a)-[:RESOURCE]->(r),
                   (a)-[:RESOURCE]->(b), (a)-[:RESOURCE]->(c),
                   (i)-[:INSTANCE_PROFILE]->(p), (p)-[:ASSOCIATED_WITH]->(r),
                   (r)-[:TRUSTS_AWS_PRINCIPAL]->(t), (r)-[:TRUSTS_AWS_PRINCIPAL]->(s)
            """);
        write("""
            CREATE (e:ECRRepositoryImage {id: $host + '/shop:1', uri: $host + '/shop:1', lastupdated: 7}),
                   (e)-[:IMAGE]->(:ECRImage {id: $sha, digest: $sha}),
                   (o:GitHubOrganization {id: 'https://github.com/acme', username: 'Acme'}),
                   (g:GitHubRepository {id: 'https://github.com/Acme/Shop', url: 'https://github.com/Acme/Shop',
                                        name: 'Shop', private: false, defaultbranch: 'main', lastupdated: 7}),
                   (h:GitHubRepository {id: 'no\\u001b[31m address', lastupdated: 7}),
                   (g)-[:OWNER]->(o),
                   (:KubernetesCluster {id: 'x', name: 'prod-eu', version: 'v1.33.1', lastupdated: 7}),
                   (d:KubernetesPod {id: 'u', name: 'web-1', namespace: 'shop', cluster_name: 'prod-eu', lastupdated: 7}),
                   (d)-[:CONTAINS]->(:KubernetesContainer {image: $host + '/shop:1', status_image_sha: $sha}),
                   (d)-[:CONTAINS]->(:KubernetesContainer {image: 'busybox'})
            """);
    }

    private static void write(String statement) {
        driver.executableQuery(statement)
                .withParameters(Map.of("host", HOST, "sha", SHA))
                .execute();
    }

    @AfterAll
    static void stop() {
        driver.close();
        server.close();
    }

    private static CartographyConnector connector() {
        return CartographyConnector.connect(server.boltUri(), AuthTokens.basic(server.user(), server.password()))
                .named("main");
    }

    private IngestReport ingest(CartographyConnector connector) {
        return Ingest.read(connector, store, Losses.ACCEPTED, Clock.systemUTC(), Progress.SILENT);
    }

    private RiskGraph graph() {
        return new Assembly(store).graph(store.heads());
    }

    @Test
    void readsTheCoreUnderTheKeysOfOtherConnectors() {
        IngestReport report = ingest(connector());

        assertThat(report.problems()).isEmpty();
        assertThat(report.records()).isEqualTo(new RecordCounts(12, 10, 0, 2));
        assertThat(graph().find(AssetKey.parse(INSTANCE + "i-1")))
                .hasValue(new VirtualMachine(
                        AssetKey.parse(INSTANCE + "i-1"), null, List.of("203.0.113.7"), null, false, null));
        assertThat(graph().find(AssetKey.parse(INSTANCE + "i-2"))).isPresent();
        assertThat(bucket("public").publicAccess()).isTrue();
        assertThat(bucket("other").publicAccess()).isNull();
        assertThat(graph().find(AssetKey.repository("github.com/acme/shop")))
                .get()
                .extracting(asset -> ((Repository) asset).visibility())
                .isEqualTo(Visibility.PUBLIC);
        assertThat(graph().find(AssetKey.parse("pod:prod-eu/shop/web-1"))).isPresent();
        assertThat(graph().find(AssetKey.parse("image:" + SHA))).isPresent();
    }

    private DataStore bucket(String name) {
        return (DataStore)
                graph().find(AssetKey.parse("cloud:arn:aws:s3:::" + name)).orElseThrow();
    }

    @Test
    void rejectsNodesThatLackWhatNamesThemAndShowsHostileNamesSafely() {
        assertThat(ingest(connector()).rejections())
                .extracting(Rejection::toString)
                .satisfiesExactly(
                        instance -> assertThat(instance)
                                .isEqualTo(
                                        "cartography instances i-3`]-(x) //: the property 'region' is required and has"
                                                + " no value"),
                        repository ->
                                assertThat(repository).startsWith("cartography repositories no\\u001b[31m address: "));
    }

    @Test
    void readingAgainChangesNothing() {
        ingest(connector());

        assertThat(ingest(connector()).changed()).isFalse();
    }

    @Test
    void nodesOfTwoRunsMakeTheirPartitionPartial() {
        ingest(connector());
        write("MATCH (n:S3Bucket {id: 'other'}) SET n.lastupdated = 6");
        try {
            assertThat(ingest(connector()).problems())
                    .containsExactly(
                            "buckets: nodes of '111122223333' were written by several runs of Cartography, so the"
                                    + " last one is going on or did not end");
        } finally {
            write("MATCH (n:S3Bucket {id: 'other'}) SET n.lastupdated = 7");
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedKeepsWhatWasRead() {
        long facts = ingest(connector()).facts();
        Neo4jSettings hasty = Neo4jSettings.defaults().withRetryTime(java.time.Duration.ZERO);

        IngestReport report = ingest(CartographyConnector.connect("bolt://127.0.0.1:9", AuthTokens.none(), hasty)
                .named("main"));

        assertThat(report.facts()).isEqualTo(facts);
        assertThat(report.problems()).hasSize(8).allMatch(problem -> problem.contains("cannot be reached"));
    }
}
