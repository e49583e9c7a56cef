package dev.throughline.risk.factor;

import static dev.throughline.risk.factor.ExposedApi.API;
import static dev.throughline.risk.factor.ExposedApi.INGRESS;
import static dev.throughline.risk.factor.ExposedApi.POLICY;
import static dev.throughline.risk.factor.ExposedApi.SERVICE;
import static dev.throughline.risk.factor.ExposedApi.api;
import static dev.throughline.risk.factor.ExposedApi.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InternetExposedThroughNetworkPoliciesTest {
    private Verdict guarded(Map<String, ?> policy) {
        return verdict(api().exposed("api").asset(POLICY, policy).relation(API, RelationType.GUARDED_BY, POLICY));
    }

    @ParameterizedTest
    @CsvSource({
        "any, YES",
        "any#8443/TCP, YES",
        "ipBlock=0.0.0.0/0, YES",
        "ipBlock=198.51.100.0/24, YES",
        "ipBlock=10.0.0.0/8, UNKNOWN",
        "ipBlock=10.0.0.0/8!10.0.0.0/8, NO",
        "namespaces=team=web, NO",
        "pods=app=nginx, NO"
    })
    void isExposedWhenOneLetsTheOutsideIn(String peer, Answer answer) {
        assertThat(guarded(Map.of("isolatesIngress", true, "ingressFrom", List.of(peer)))
                        .answer())
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "ipBlock=0.0.0.0/0!10.0.0.0/8, YES, wide",
        "ipBlock=198.51.100.0/24, YES, narrow",
        "ipBlock=198.51.100.0/24!198.51.0.0/16, NO,",
        "ipBlock=203.0.113.0/24, NO, trusted"
    })
    void isAsWideAsTheBlockThatIsLetIn(String peer, Answer answer, String width) {
        AssetKey rule = AssetKey.of(AssetKind.CLASSIFICATION_RULE, "a".repeat(64));
        Verdict verdict = verdict(api().exposed("api")
                .asset(rule, Map.of("effect", "trusted", "ranges", List.of("203.0.113.0/24")))
                .asset(POLICY, Map.of("isolatesIngress", true, "ingressFrom", List.of(peer)))
                .relation(API, RelationType.GUARDED_BY, POLICY));

        assertThat(verdict.answer()).isEqualTo(answer);
        assertThat(verdict.evidence().fields().get("width")).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({
        "any#8443/TCP, YES",
        "'any#80/TCP,8443/TCP', YES",
        "any#8000-9000/TCP, YES",
        "any#web/TCP, YES",
        "any#*/TCP, YES",
        "any#80/TCP, NO",
        "any#metrics/TCP, NO"
    })
    void isExposedOnlyOnPortsThatAreLetIn(String peer, Answer answer) {
        assertThat(verdict(api().asset(Estate.container("api"), Map.of("ports", List.of("web=8443/TCP")))
                                .asset(SERVICE, Map.of("type", "LoadBalancer"))
                                .relation(SERVICE, RelationType.ROUTES_TO, API, Map.of("ports", "8443"))
                                .asset(POLICY, Map.of("isolatesIngress", true, "ingressFrom", List.of(peer)))
                                .relation(API, RelationType.GUARDED_BY, POLICY))
                        .answer())
                .isEqualTo(answer);
    }

    @Test
    void isNotExposedWhenAllIsDenied() {
        Verdict verdict = guarded(Map.of("isolatesIngress", true, "ingressFrom", List.of()));

        assertThat(verdict.answer()).isEqualTo(Answer.NO);
        assertThat(verdict.evidence().assets()).containsExactly(POLICY, API);
    }

    @Test
    void cannotBeToldWherePrivateAddressesComeInForPacketsMayComeFromANode() {
        Verdict verdict = guarded(Map.of("isolatesIngress", true, "ingressFrom", List.of("ipBlock=10.0.0.0/8")));

        assertThat(verdict.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict.evidence().fields())
                .containsEntry("networkPolicy", "prod/shop/policy admits ipBlock=10.0.0.0/8");
    }

    @Test
    void doNotGuardThePortsOfANode() {
        assertThat(verdict(api().asset(API, Map.of("hostNetwork", true))
                                .exposed("api")
                                .asset(POLICY, Map.of("isolatesIngress", true, "ingressFrom", List.of()))
                                .relation(API, RelationType.GUARDED_BY, POLICY))
                        .isYes())
                .isTrue();
    }

    @Test
    void isExposedWhenThePolicyIsForEgressOnly() {
        assertThat(guarded(Map.of("isolatesIngress", false, "ingressFrom", List.of()))
                        .isYes())
                .isTrue();
    }

    @Test
    void cannotBeToldWhenThePeersAreNotKnown() {
        assertThat(guarded(Map.of("isolatesIngress", true)).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void isExposedWhenAnotherPolicyAllowsWhatOneDenies() {
        AssetKey allow = Estate.inShop(AssetKind.NETWORK_POLICY, "zz-allow");
        Verdict verdict = verdict(api().exposed("api")
                .asset(POLICY, Map.of("isolatesIngress", true, "ingressFrom", List.of()))
                .relation(API, RelationType.GUARDED_BY, POLICY)
                .asset(allow, Map.of("isolatesIngress", true, "ingressFrom", List.of("any")))
                .relation(API, RelationType.GUARDED_BY, allow));

        assertThat(verdict.isYes()).isTrue();
        assertThat(verdict.evidence().fields()).containsEntry("networkPolicy", "prod/shop/zz-allow admits any");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        pods=app=nginx                                              | YES
        pods=app=nginx,tier=edge                                    | YES
        pods=app in (nginx,traefik)                                 | YES
        pods=app                                                    | YES
        pods=!internal                                              | YES
        pods=app notin (batch)                                      | YES
        pods=app=other                                              | NO
        pods=app in (other)                                         | NO
        pods=!app                                                   | NO
        namespaces=kubernetes.io/metadata.name=shop                 | YES
        namespaces=kubernetes.io/metadata.name=shop;pods=app=nginx  | YES
        namespaces=team=web                                         | YES
        namespaces=                                                 | YES
        namespaces=team=other                                       | NO
        ipBlock=10.0.0.0/8                                          | UNKNOWN
        any                                                         | YES
        """)
    void isExposedByAnIngressWhenItsControllerIsLetIn(String peer, Answer answer) {
        Estate estate = api().service("api", Map.of("type", "ClusterIP"))
                .asset(INGRESS, Map.of())
                .relation(INGRESS, RelationType.ROUTES_TO, SERVICE)
                .relation(INGRESS, RelationType.SELECTS, Estate.workload("nginx"))
                .deployment("nginx", Map.of("labels", List.of("app=nginx", "tier=edge")))
                .exposed("nginx")
                .asset(Estate.NAMESPACE, Map.of("labels", List.of("team=web")))
                .asset(POLICY, Map.of("isolatesIngress", true, "ingressFrom", List.of(peer)))
                .relation(API, RelationType.GUARDED_BY, POLICY);

        assertThat(verdict(estate).answer()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        namespaces=team=web                                    | UNKNOWN
        namespaces=!team                                       | UNKNOWN
        namespaces=team=web;pods=app=other                     | NO
        namespaces=kubernetes.io/metadata.name=shop            | YES
        namespaces=kubernetes.io/metadata.name=other,team=web  | NO
        """)
    void cannotBeToldByLabelsOfANamespaceThatWasNotRead(String peer, Answer answer) {
        Estate estate = api().service("api", Map.of("type", "ClusterIP"))
                .asset(INGRESS, Map.of())
                .relation(INGRESS, RelationType.ROUTES_TO, SERVICE)
                .relation(INGRESS, RelationType.SELECTS, Estate.workload("nginx"))
                .deployment("nginx", Map.of("labels", List.of("app=nginx")))
                .exposed("nginx")
                .asset(POLICY, Map.of("isolatesIngress", true, "ingressFrom", List.of(peer)))
                .relation(API, RelationType.GUARDED_BY, POLICY);

        assertThat(verdict(estate).answer()).isEqualTo(answer);
    }
}
