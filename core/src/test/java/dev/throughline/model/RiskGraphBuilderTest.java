package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RiskGraphBuilderTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Provenance CLUSTER = new Provenance(Scope.parse("kubernetes:prod"), "dump", NOON);
    private static final Provenance SCANNER = new Provenance(Scope.parse("trivy:prod"), "scan", NOON);
    private static final AssetKey N1 = AssetKey.parse("node:prod/n1");
    private static final AssetKey N2 = AssetKey.parse("node:prod/n2");
    private static final AssetKey POD = AssetKey.parse("pod:prod/shop/p1");
    private static final Relation ON_N1 = new Relation(POD, RelationType.SCHEDULED_ON, N1);

    private static Node node(AssetKey key, String name) {
        return new Node(key, name, null, null, null, null);
    }

    private static Provenance later(Provenance source) {
        return new Provenance(
                source.scope(), source.partition(), source.observedAt().plusSeconds(60));
    }

    @Test
    void takesBackWhatASourceSaid() {
        RiskGraph graph = RiskGraph.builder()
                .add(node(N1, "n1"), CLUSTER)
                .add(ON_N1, CLUSTER)
                .add(ON_N1, SCANNER)
                .build();

        RiskGraph next = graph.toBuilder().forget(CLUSTER).build();

        assertThat(next.find(N1)).contains(AssetKind.NODE.unknown(N1));
        assertThat(next.sourcesOf(ON_N1)).containsExactly(SCANNER);
        assertThat(next.toBuilder().forget(SCANNER).build().size()).isZero();
        assertThat(graph.find(N1)).contains(node(N1, "n1"));
        assertThat(graph.sourcesOf(ON_N1)).containsExactly(CLUSTER, SCANNER);
    }

    @Test
    void letsASourceSpeakAgainAfterItWasForgotten() {
        RiskGraph graph = RiskGraph.builder()
                .add(node(N1, "old"), CLUSTER)
                .forget(CLUSTER)
                .add(node(N2, "new"), CLUSTER)
                .build();

        assertThat(graph.assets()).containsExactly(node(N2, "new"));
    }

    @Test
    void forgetsNothingOfASourceItNeverHeard() {
        RiskGraph graph =
                RiskGraph.builder().forget(SCANNER).add(ON_N1, CLUSTER).build();

        assertThat(graph.relations()).containsExactly(ON_N1);
    }

    @Test
    void sharesEveryAssetThatDidNotChange() {
        RiskGraph graph = RiskGraph.builder()
                .add(node(N1, "n1"), CLUSTER)
                .add(node(N2, "n2"), SCANNER)
                .mention(AssetKey.INTERNET)
                .build();

        RiskGraph next = graph.toBuilder()
                .forget(SCANNER)
                .add(node(N2, "n2"), later(SCANNER))
                .mention(POD)
                .mention(AssetKey.INTERNET)
                .build();

        assertThat(next.size()).isEqualTo(graph.size() + 1);
        for (AssetKey key : new AssetKey[] {N1, N2, AssetKey.INTERNET}) {
            assertThat(next.asset(next.number(key))).isSameAs(graph.asset(graph.number(key)));
        }
    }

    @Test
    void sharesASumOfClaimsThatStaysTheSame() {
        Node version = new Node(N1, null, null, null, null, "v1.33");
        RiskGraph graph = RiskGraph.builder()
                .add(node(N1, "n1"), CLUSTER)
                .add(version, SCANNER)
                .build();

        RiskGraph next =
                graph.toBuilder().forget(SCANNER).add(version, later(SCANNER)).build();

        assertThat(next.asset(0)).isSameAs(graph.asset(0));
        assertThat(next.sourcesOf(N1)).containsExactly(CLUSTER, later(SCANNER));
    }

    @Test
    void keepsOneObjectForClaimsThatAgree() {
        RiskGraph graph = RiskGraph.builder()
                .add(node(N1, "n1"), CLUSTER)
                .add(node(N1, "n1"), SCANNER)
                .build();

        assertThat(graph.claims(N1))
                .hasSize(2)
                .allSatisfy(c -> assertThat(c.asset()).isSameAs(graph.asset(0)));
    }

    @Test
    void takesFactsByNumber() {
        RiskGraphBuilder builder =
                RiskGraph.builder().mention(N2).build().toBuilder().mention(N2);
        int known = builder.number(N2.text());
        int added = builder.number(POD.text());

        builder.add(added, RelationType.SCHEDULED_ON, known, Map.of(), CLUSTER).add(known, node(N2, "n2"), CLUSTER);

        assertThat(builder.number(POD.text())).isEqualTo(added);
        assertThat(builder.key(added)).isEqualTo(POD);
        assertThat(builder.key(known)).isEqualTo(N2);
        assertThat(builder.build().incoming(N2)).containsExactly(new Relation(POD, RelationType.SCHEDULED_ON, N2));
    }

    @Test
    void doesNotHoldAKeyThatOnlyHasANumber() {
        RiskGraphBuilder builder = RiskGraph.builder();

        assertThat(builder.number(POD.text())).isZero();
        assertThat(builder.build().size()).isZero();
    }

    @Test
    void refusesAKeyWithoutFormAndAnAssetUnderAnotherKey() {
        RiskGraphBuilder builder = RiskGraph.builder();
        int number = builder.number(N1.text());

        assertThatIllegalArgumentException().isThrownBy(() -> builder.number("nonsense"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(number, node(N2, "n2"), CLUSTER))
                .withMessage("node:prod/n2 is not node:prod/n1");
    }

    @Test
    void findsTheSourcesOfARelationAtAnAssetWithManyInNoTime() {
        AssetKey account = AssetKey.parse("serviceaccount:prod/shop/api");
        RiskGraphBuilder builder = RiskGraph.builder();
        for (int i = 0; i < 200_000; i++) {
            builder.add(new Relation(account, RelationType.HAS_ROLE, AssetKey.parse("role:prod/shop/r" + i)), CLUSTER);
        }
        RiskGraph graph = builder.build();

        assertThat(graph.outgoing(account))
                .allSatisfy(r -> assertThat(graph.sourcesOf(r)).hasSize(1));
    }

    @Test
    void growsToTheLongestArrayAndSaysClearlyThatThereIsAnEnd() {
        assertThat(Capacity.beyond(0, "relations")).isEqualTo(16);
        assertThat(Capacity.beyond(2_000_000_000, "relations")).isEqualTo(Capacity.MOST);
        assertThatIllegalStateException()
                .isThrownBy(() -> Capacity.beyond(Capacity.MOST, "relations"))
                .withMessage("a graph holds at most 2147483639 relations");
    }
}
