package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RiskGraphTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Provenance CLUSTER = new Provenance(Scope.parse("kubernetes:prod"), "dump", NOON);
    private static final Provenance SCANNER = new Provenance(Scope.parse("trivy:prod"), "scan", NOON.plusSeconds(60));
    private static final AssetKey N1 = AssetKey.parse("node:prod/n1");
    private static final AssetKey N2 = AssetKey.parse("node:prod/n2");
    private static final AssetKey POD = AssetKey.parse("pod:prod/shop/p1");
    private static final AssetKey STORE = AssetKey.parse("cloud:arn:aws:s3:::b");

    private static Node node(String name, String kubelet) {
        return new Node(N1, name, null, null, null, kubelet);
    }

    private static Node merged(RiskGraphBuilder graph) {
        return graph.build().find(N1, Node.class).orElseThrow();
    }

    @Test
    void addsUpWhatSourcesKnow() {
        Node node = merged(RiskGraph.builder().add(node("n1", null), CLUSTER).add(node(null, "v1.33"), SCANNER));

        assertThat(node).isEqualTo(node("n1", "v1.33"));
    }

    @Test
    void letsTheAuthorityOnAKindOverruleNewerWords() {
        Node node =
                merged(RiskGraph.builder().add(node("scanned", null), SCANNER).add(node("n1", null), CLUSTER));

        assertThat(node.name()).isEqualTo("n1");
    }

    @Test
    void letsNewerWordsOverruleOlderOnesOfTheSameStanding() {
        Provenance earlier = new Provenance(Scope.parse("kubernetes:old"), "dump", NOON.minusSeconds(1));

        Node node =
                merged(RiskGraph.builder().add(node("old", "v1.32"), earlier).add(node("new", null), CLUSTER));

        assertThat(node).isEqualTo(node("new", "v1.32"));
    }

    @Test
    void settlesTiesByScope() {
        Provenance other = new Provenance(Scope.parse("kubernetes:zone"), "dump", NOON);

        Node node = merged(RiskGraph.builder().add(node("zone", null), other).add(node("prod", null), CLUSTER));

        assertThat(node.name()).isEqualTo("prod");
    }

    @Test
    void keepsWhatWasOverruledAsAClaim() {
        RiskGraph graph = RiskGraph.builder()
                .add(node("scanned", null), SCANNER)
                .add(node("n1", null), CLUSTER)
                .build();

        assertThat(graph.claims(N1))
                .containsExactly(new Claim(node("n1", null), CLUSTER), new Claim(node("scanned", null), SCANNER));
        assertThat(graph.sourcesOf(N1)).containsExactly(CLUSTER, SCANNER);
    }

    @Test
    void letsTheMoreSpecificKindOfACloudResourceWin() {
        CloudResource vague = new CloudResource(STORE, "vague", "s3", List.of());
        DataStore exact = new DataStore(STORE, "exact", null, null, null, null, null, null);

        RiskGraph graph =
                RiskGraph.builder().add(vague, SCANNER).add(exact, CLUSTER).build();

        assertThat(graph.find(STORE)).contains(exact);
        assertThat(graph.find(STORE, CloudResource.class)).isEmpty();
        assertThat(graph.claims(STORE)).extracting(Claim::asset).containsExactly(exact, vague);
    }

    @Test
    void holdsWhatIsOnlyMentionedAsUnknown() {
        RiskGraph graph = RiskGraph.builder()
                .add(new Relation(POD, RelationType.SCHEDULED_ON, N1), CLUSTER)
                .mention(AssetKey.INTERNET)
                .build();

        assertThat(graph.find(N1)).contains(AssetKind.NODE.unknown(N1));
        assertThat(graph.find(AssetKey.INTERNET)).contains(new Internet(AssetKey.INTERNET));
        assertThat(graph.claims(N1)).isEmpty();
        assertThat(graph.sourcesOf(N1)).isEmpty();
    }

    @Test
    void saysNothingOfWhatItDoesNotHold() {
        RiskGraph graph = RiskGraph.builder().build();

        assertThat(graph.size()).isZero();
        assertThat(graph.number(N1)).isNegative();
        assertThat(graph.find(N1)).isEmpty();
        assertThat(graph.outgoing(N1)).isEmpty();
        assertThat(graph.outgoing(N1, RelationType.CONTAINS)).isEmpty();
        assertThat(graph.incoming(N1)).isEmpty();
        assertThat(graph.incoming(N1, RelationType.CONTAINS)).isEmpty();
        assertThat(graph.targets(N1, RelationType.CONTAINS, Pod.class)).isEmpty();
        assertThat(graph.sources(N1, RelationType.CONTAINS, Pod.class)).isEmpty();
        assertThat(graph.sourcesOf(new Relation(POD, RelationType.SCHEDULED_ON, N1)))
                .isEmpty();
    }

    @Test
    void numbersAssetsInTheOrderOfTheirKeys() {
        RiskGraph graph =
                RiskGraph.builder().mention(POD).mention(N2).mention(N1).build();

        assertThat(graph.assets()).extracting(Asset::key).containsExactly(N1, N2, POD);
        assertThat(graph.number(N2)).isEqualTo(1);
        assertThat(graph.key(1)).isEqualTo(N2);
        assertThat(graph.asset(1).key()).isEqualTo(N2);
        assertThat(graph.assets(Node.class)).extracting(Node::key).containsExactly(N1, N2);
    }

    @Test
    void ordersRelationsByTypeAndEnd() {
        AssetKey workload = AssetKey.workload("prod", "shop", "Deployment", "api");
        Relation holdsPod = new Relation(workload, RelationType.CONTAINS, POD);
        Relation guarded =
                new Relation(workload, RelationType.GUARDED_BY, AssetKey.parse("networkpolicy:prod/shop/deny"));
        Relation onN1 = new Relation(workload, RelationType.SCHEDULED_ON, N1);
        Relation onN2 = new Relation(workload, RelationType.SCHEDULED_ON, N2);
        Relation podOnN1 = new Relation(POD, RelationType.SCHEDULED_ON, N1);

        RiskGraphBuilder builder = RiskGraph.builder();
        List.of(onN2, onN1, podOnN1, guarded, holdsPod).forEach(r -> builder.add(r, CLUSTER));
        RiskGraph graph = builder.build();

        assertThat(graph.outgoing(workload)).containsExactly(holdsPod, guarded, onN1, onN2);
        assertThat(graph.outgoing(workload, RelationType.SCHEDULED_ON)).containsExactly(onN1, onN2);
        assertThat(graph.incoming(N1)).containsExactly(podOnN1, onN1);
        assertThat(graph.incoming(N1, RelationType.SCHEDULED_ON)).containsExactly(podOnN1, onN1);
        assertThat(graph.targets(workload, RelationType.SCHEDULED_ON, Node.class))
                .extracting(Node::key)
                .containsExactly(N1, N2);
        assertThat(graph.sources(N1, RelationType.SCHEDULED_ON, Pod.class))
                .extracting(Pod::key)
                .containsExactly(POD);
    }

    @Test
    void makesOneRelationOfWhatSeveralSourcesSaid() {
        Relation relation = new Relation(POD, RelationType.SCHEDULED_ON, N1);
        RiskGraph graph = RiskGraph.builder()
                .add(relation, CLUSTER)
                .add(relation, SCANNER)
                .add(relation, CLUSTER)
                .build();

        assertThat(graph.relations()).containsExactly(relation);
        assertThat(graph.relationCount()).isEqualTo(1);
        assertThat(graph.sourcesOf(relation)).containsExactly(SCANNER, CLUSTER);
    }

    @Test
    void tellsTheAssetsOfOneSourceAfterTheOther() {
        AssetKey n3 = AssetKey.parse("node:prod/n3");
        AssetKey n4 = AssetKey.parse("node:prod/n4");
        RiskGraph graph = RiskGraph.builder()
                .mention(STORE)
                .add(AssetKind.NODE.unknown(N1), CLUSTER)
                .add(AssetKind.NODE.unknown(N2), SCANNER)
                .add(AssetKind.NODE.unknown(n3), CLUSTER)
                .add(AssetKind.NODE.unknown(n3), SCANNER)
                .add(AssetKind.NODE.unknown(n4), SCANNER)
                .build();

        assertThat(Arrays.stream(graph.numbersBySource()).mapToObj(graph::key)).containsExactly(N2, n4, N1, n3, STORE);
    }

    @Test
    void keepsRelationsApartThatDifferInProperties() {
        AssetKey account = AssetKey.parse("serviceaccount:prod/shop/api");
        AssetKey role = AssetKey.parse("role:prod/-/admin");
        Relation here = new Relation(account, RelationType.HAS_ROLE, role, Map.of("scope", "shop"));
        Relation everywhere = new Relation(account, RelationType.HAS_ROLE, role, Map.of("scope", "*"));

        RiskGraph graph =
                RiskGraph.builder().add(here, CLUSTER).add(everywhere, SCANNER).build();

        assertThat(graph.outgoing(account)).containsExactly(everywhere, here);
        assertThat(graph.sourcesOf(here)).containsExactly(CLUSTER);
        assertThat(graph.sourcesOf(everywhere)).containsExactly(SCANNER);
        assertThat(graph.targets(account, RelationType.HAS_ROLE, Role.class)).hasSize(1);
    }

    @Test
    void isTheSameInWhateverOrderFactsCome() {
        for (int seed = 0; seed < 50; seed++) {
            List<Consumer<RiskGraphBuilder>> facts = facts(new Random(seed));
            RiskGraph first = build(facts);
            Collections.shuffle(facts, new Random(seed + 1_000L));
            RiskGraph second = build(facts);

            assertThat(second.assets()).as("seed %d", seed).isEqualTo(first.assets());
            assertThat(second.relations().toList())
                    .as("seed %d", seed)
                    .isEqualTo(first.relations().toList());
            first.assets().forEach(asset -> {
                assertThat(second.claims(asset.key())).isEqualTo(first.claims(asset.key()));
                assertThat(second.sourcesOf(asset.key())).isEqualTo(first.sourcesOf(asset.key()));
                assertThat(second.incoming(asset.key())).isEqualTo(first.incoming(asset.key()));
            });
            first.relations().forEach(r -> assertThat(second.sourcesOf(r)).isEqualTo(first.sourcesOf(r)));
        }
    }

    private static RiskGraph build(List<Consumer<RiskGraphBuilder>> facts) {
        RiskGraphBuilder builder = RiskGraph.builder();
        facts.forEach(fact -> fact.accept(builder));
        return builder.build();
    }

    private static List<Consumer<RiskGraphBuilder>> facts(Random random) {
        List<Consumer<RiskGraphBuilder>> facts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Provenance by = new Provenance(
                    Scope.parse(
                            List.of("kubernetes:a", "kubernetes:b", "trivy:a").get(random.nextInt(3))),
                    "part" + random.nextInt(2),
                    NOON.plusSeconds(random.nextInt(2)));
            AssetKey key = AssetKey.of(AssetKind.NODE, "prod/" + random.nextInt(5));
            Asset asset = random.nextBoolean()
                    ? new Node(key, maybe(random), null, null, maybe(random), maybe(random))
                    : store(random);
            Relation relation = new Relation(
                    AssetKey.of(AssetKind.POD, "prod/shop/" + random.nextInt(5)), RelationType.SCHEDULED_ON, key);
            Relation role = new Relation(
                    Estate.inShop(AssetKind.SERVICE_ACCOUNT, "a" + random.nextInt(2)),
                    RelationType.HAS_ROLE,
                    Estate.inShop(AssetKind.ROLE, "r" + random.nextInt(2)),
                    Map.of("scope", "s" + random.nextInt(3)));
            facts.add(graph -> graph.add(asset, by));
            facts.add(graph -> graph.add(relation, by));
            facts.add(graph -> graph.add(role, by));
        }
        return facts;
    }

    private static Asset store(Random random) {
        return random.nextBoolean()
                ? new DataStore(STORE, maybe(random), maybe(random), null, null, null, null, null)
                : new CloudResource(STORE, maybe(random), maybe(random), null);
    }

    private static String maybe(Random random) {
        return random.nextBoolean() ? null : "v" + random.nextInt(3);
    }

    @Test
    void tellsTheRelationsOfAType() {
        RiskGraph graph = build(facts(new Random(1)));

        for (RelationType type : RelationType.values()) {
            assertThat(graph.relations(type))
                    .containsExactlyElementsOf(graph.relations()
                            .filter(relation -> relation.type() == type)
                            .toList());
        }
        assertThat(graph.relations()).isNotEmpty();
    }
}
