package dev.throughline.risk.factor;

import static dev.throughline.risk.factor.ExposedApi.API;
import static dev.throughline.risk.factor.ExposedApi.INGRESS;
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

class InternetExposedByIngressTest {
    private Estate ingress(Map<String, ?> values) {
        return api().service("api", Map.of("type", "ClusterIP"))
                .asset(INGRESS, values)
                .relation(INGRESS, RelationType.ROUTES_TO, SERVICE);
    }

    private Estate controlled(Map<String, ?> controller) {
        return ingress(Map.of("hosts", List.of("shop.example")))
                .relation(INGRESS, RelationType.SELECTS, Estate.workload("nginx"))
                .deployment("nginx")
                .service("nginx", controller);
    }

    @Test
    void isExposedWhenItsControllerIs() {
        Verdict verdict =
                verdict(controlled(Map.of("type", "LoadBalancer", "loadBalancerAddresses", List.of("203.0.113.7"))));

        assertThat(verdict.answer()).isEqualTo(Answer.YES);
        assertThat(verdict.evidence().assets())
                .containsExactly(
                        AssetKey.INTERNET,
                        Estate.inShop(AssetKind.KUBERNETES_SERVICE, "nginx"),
                        Estate.workload("nginx"),
                        INGRESS,
                        SERVICE,
                        API);
        assertThat(verdict.evidence().fields())
                .containsEntry("hosts", "shop.example")
                .containsEntry("width", "wide");
    }

    @Test
    void isAsNarrowAsItsController() {
        assertThat(verdict(controlled(Map.of("type", "LoadBalancer", "sourceRanges", List.of("198.51.100.0/24"))))
                        .evidence()
                        .fields())
                .containsEntry("width", "narrow");
    }

    @Test
    void isNotExposedWhenItsControllerIsInternal() {
        assertThat(verdict(controlled(Map.of(
                                "type",
                                "LoadBalancer",
                                "annotations",
                                List.of("networking.gke.io/load-balancer-type=Internal"))))
                        .answer())
                .isEqualTo(Answer.NO);
    }

    @Test
    void isExposedWhenItsControllerOpensAPortOfAPublicNode() {
        assertThat(verdict(ingress(Map.of())
                                .relation(INGRESS, RelationType.SELECTS, Estate.workload("nginx"))
                                .deployment("nginx")
                                .asset(Estate.container("nginx"), Map.of("hostPorts", List.of("443/TCP")))
                                .scheduled("nginx", "n1")
                                .node("n1", Map.of("externalAddresses", List.of("203.0.113.30"))))
                        .isYes())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        alb.ingress.kubernetes.io/scheme=internal                                                        | NO
        alb.ingress.kubernetes.io/scheme=internet-facing                                                 | YES
        alb.ingress.kubernetes.io/scheme=internet-facing;alb.ingress.kubernetes.io/inbound-cidrs=10.0.0.0/8 | NO
        appgw.ingress.kubernetes.io/use-private-ip=true                                                  | NO
        kubernetes.io/ingress.allow-http=false                                                           | UNKNOWN
        """)
    void goesByItsOwnSettingsWhereACloudServesIt(String annotations, Answer answer) {
        assertThat(verdict(ingress(Map.of("annotations", List.of(annotations.split(";", -1)))))
                        .answer())
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "gke-l7-rilb, NO",
        "gke-l7-cross-regional-internal-managed-mc, NO",
        "gke-l7-global-external-managed, YES",
        "istio, UNKNOWN"
    })
    void goesByTheClassOfAGatewayThatACloudServes(String className, Answer answer) {
        AssetKey gateway = Estate.inShop(AssetKind.KUBERNETES_GATEWAY, "edge");

        assertThat(verdict(api().service("api", Map.of("type", "ClusterIP"))
                                .asset(gateway, Map.of("className", className))
                                .relation(gateway, RelationType.ROUTES_TO, SERVICE))
                        .answer())
                .isEqualTo(answer);
    }

    @Test
    void goesByItsStatusWhenTheControllerIsNotKnown() {
        assertThat(verdict(ingress(Map.of("addresses", List.of("203.0.113.7")))).isYes())
                .isTrue();
        assertThat(verdict(ingress(Map.of("addresses", List.of("10.0.0.7")))).answer())
                .isEqualTo(Answer.NO);
        assertThat(verdict(ingress(Map.of("addresses", List.of("internal-k8s-web-1.eu-west-1.elb.amazonaws.com"))))
                        .answer())
                .isEqualTo(Answer.NO);
    }

    @Test
    void cannotBeToldWithoutControllerAndStatus() {
        assertThat(verdict(ingress(Map.of())).answer()).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void cannotBeToldWhereAControllerRunsAndNoIngressWasRead() {
        Estate estate = api().service("api", Map.of("type", "ClusterIP"))
                .deployment("nginx", Map.of("labels", List.of("app.kubernetes.io/name=ingress-nginx")));
        Verdict verdict = verdict(estate);

        assertThat(verdict.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict.evidence().assets()).containsExactly(Estate.workload("nginx"), SERVICE, API);
        assertThat(verdict(estate.asset(INGRESS, Map.of("hosts", List.of("shop.example"))))
                        .answer())
                .isEqualTo(Answer.NO);
    }

    @Test
    void goesThroughAGatewayAndItsRoute() {
        AssetKey gateway = Estate.inShop(AssetKind.KUBERNETES_GATEWAY, "edge");
        AssetKey route = Estate.inShop(AssetKind.KUBERNETES_ROUTE, "HTTPRoute/api");
        Verdict verdict = verdict(api().service("api", Map.of("type", "ClusterIP"))
                .asset(gateway, Map.of("addresses", List.of("203.0.113.7")))
                .relation(gateway, RelationType.ROUTES_TO, route)
                .relation(route, RelationType.ROUTES_TO, SERVICE));

        assertThat(verdict.isYes()).isTrue();
        assertThat(verdict.evidence().assets()).containsExactly(AssetKey.INTERNET, gateway, SERVICE, API);
    }
}
