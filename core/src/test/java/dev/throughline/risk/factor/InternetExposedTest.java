package dev.throughline.risk.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InternetExposedTest {
    private static final AssetKey API = Estate.workload("api");
    private static final AssetKey SERVICE = Estate.inShop(AssetKind.KUBERNETES_SERVICE, "api");
    private static final AssetKey INGRESS = Estate.inShop(AssetKind.INGRESS, "web");
    private static final AssetKey POLICY = Estate.inShop(AssetKind.NETWORK_POLICY, "policy");

    private static Verdict verdict(Estate estate) {
        return estate.verdict(API, Factor.INTERNET_EXPOSED);
    }

    private static Estate api() {
        return new Estate().deployment("api");
    }

    private static Verdict loadBalancer(Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(Map.of("type", "LoadBalancer", "ports", List.of("443/TCP->8443")));
        values.putAll(more);
        return verdict(api().service("api", values));
    }

    @Nested
    class ByLoadBalancer {
        @Test
        void isWideWhenAnybodyMayComeIn() {
            Verdict verdict = loadBalancer(Map.of("loadBalancerAddresses", List.of("203.0.113.7")));

            assertThat(verdict.answer()).isEqualTo(Answer.YES);
            assertThat(verdict.evidence().assets()).containsExactly(AssetKey.INTERNET, SERVICE, API);
            assertThat(verdict.evidence().fields())
                    .containsEntry("width", "wide")
                    .containsEntry("ports", "443/TCP->8443")
                    .containsEntry("loadBalancer", "203.0.113.7")
                    .containsEntry("loadBalancerSourceRanges", "any");
        }

        @Test
        void isExposedBeforeItsAddressIsKnown() {
            assertThat(loadBalancer(Map.of()).evidence().fields()).containsEntry("loadBalancer", "requested");
        }

        @Test
        void takesAHostNameForPublic() {
            assertThat(loadBalancer(Map.of("loadBalancerAddresses", List.of("a1b2.elb.eu-west-1.amazonaws.com")))
                            .isYes())
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "service.beta.kubernetes.io/aws-load-balancer-internal=true",
                    "service.beta.kubernetes.io/aws-load-balancer-internal=0.0.0.0/0",
                    "service.beta.kubernetes.io/aws-load-balancer-scheme=internal",
                    "service.beta.kubernetes.io/azure-load-balancer-internal=true",
                    "networking.gke.io/load-balancer-type=Internal",
                    "cloud.google.com/load-balancer-type=Internal",
                    "service.beta.kubernetes.io/openstack-internal-load-balancer=true",
                    "service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type=intranet",
                    "service.beta.kubernetes.io/oci-load-balancer-internal=true",
                    "oci-network-load-balancer.oraclecloud.com/internal=true",
                    "service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type=private",
                    "service.kubernetes.io/qcloud-loadbalancer-internal-subnetid=subnet-1",
                    "service.beta.kubernetes.io/osc-load-balancer-internal=true"
                })
        void isNotExposedWhenItsCloudKeepsItInside(String annotation) {
            Verdict verdict = loadBalancer(Map.of("annotations", List.of(annotation)));

            assertThat(verdict.answer()).isEqualTo(Answer.NO);
            assertThat(verdict.evidence().fields()).containsEntry("annotation", annotation);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "service.beta.kubernetes.io/aws-load-balancer-internal=false",
                    "service.beta.kubernetes.io/aws-load-balancer-scheme=internet-facing",
                    "service.beta.kubernetes.io/azure-load-balancer-internal=false",
                    "networking.gke.io/load-balancer-type=External",
                    "some.other/annotation=internal"
                })
        void isExposedWhenItsCloudDoesNot(String annotation) {
            assertThat(loadBalancer(Map.of("annotations", List.of(annotation))).isYes())
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "10.0.0.7",
                    "172.16.3.4",
                    "192.168.1.1",
                    "100.64.0.1",
                    "169.254.1.1",
                    "127.0.0.1",
                    "fd00::7",
                    "fe80::1"
                })
        void isNotExposedWhenAllItsAddressesArePrivate(String address) {
            assertThat(loadBalancer(Map.of("loadBalancerAddresses", List.of(address)))
                            .answer())
                    .isEqualTo(Answer.NO);
        }

        @Test
        void isNotExposedWhenItsNameSaysThatItIsInternal() {
            assertThat(loadBalancer(Map.of(
                                    "loadBalancerAddresses", List.of("internal-a1b2.eu-west-1.elb.amazonaws.com")))
                            .answer())
                    .isEqualTo(Answer.NO);
        }

        @ParameterizedTest
        @CsvSource({
            "service.beta.kubernetes.io/load-balancer-source-ranges, '198.51.100.0/24, 203.0.113.0/24', narrow",
            "service.beta.kubernetes.io/load-balancer-source-ranges, 0.0.0.0/0, wide",
            "service.beta.kubernetes.io/azure-allowed-ip-ranges, 198.51.100.0/24, narrow",
            "service.beta.kubernetes.io/azure-allowed-service-tags, AzureCloud, narrow",
            "service.beta.kubernetes.io/azure-allowed-service-tags, Internet, wide"
        })
        void isAsWideAsTheRangesInItsAnnotations(String annotation, String value, String width) {
            assertThat(loadBalancer(Map.of("annotations", List.of(annotation + "=" + value)))
                            .evidence()
                            .fields())
                    .containsEntry("width", width);
        }

        @ParameterizedTest
        @CsvSource({
            "aws-load-balancer-type=external, , UNKNOWN",
            "aws-load-balancer-type=nlb-ip, , UNKNOWN",
            "other=x, service.k8s.aws/nlb, UNKNOWN",
            "aws-load-balancer-scheme=internet-facing, service.k8s.aws/nlb, YES",
            "aws-load-balancer-internal=false, service.k8s.aws/nlb, YES",
            "aws-load-balancer-type=nlb, , YES"
        })
        void cannotBeToldWhenItIsLeftToTheAwsController(String annotation, String loadBalancerClass, Answer answer) {
            Map<String, Object> values = new HashMap<>();
            values.put("annotations", List.of("service.beta.kubernetes.io/" + annotation));
            values.put("loadBalancerClass", loadBalancerClass);

            assertThat(loadBalancer(values).answer()).isEqualTo(answer);
        }

        @ParameterizedTest
        @CsvSource({
            "198.51.100.0/24, NO, trusted",
            "198.51.100.7, NO, trusted",
            "198.51.0.0/16, YES, narrow",
            "0.0.0.0/0, YES, wide"
        })
        void isNotExposedToRangesOfTheTenantOnly(String range, Answer answer, String width) {
            AssetKey rule = AssetKey.of(AssetKind.CLASSIFICATION_RULE, "a".repeat(64));
            Verdict verdict = verdict(api().asset(
                            rule, Map.of("effect", "trusted", "ranges", List.of("198.51.100.0/24", "2001:db8::/32")))
                    .service("api", Map.of("type", "LoadBalancer", "sourceRanges", List.of(range, "10.0.0.0/8"))));

            assertThat(verdict.answer()).isEqualTo(answer);
            assertThat(verdict.evidence().fields()).containsEntry("width", width);
        }

        @Test
        void saysThatOnlyTrustedRangesComeIn() {
            AssetKey rule = AssetKey.of(AssetKind.CLASSIFICATION_RULE, "a".repeat(64));

            assertThat(verdict(api().asset(rule, Map.of("effect", "trusted", "ranges", List.of("198.51.100.0/24")))
                                    .service(
                                            "api",
                                            Map.of("type", "LoadBalancer", "sourceRanges", List.of("198.51.100.0/24"))))
                            .evidence()
                            .statement())
                    .startsWith("only ranges that the tenant trusts come in");
        }

        @Test
        void isExposedWhenOneOfItsAddressesIsPublic() {
            assertThat(loadBalancer(Map.of("loadBalancerAddresses", List.of("10.0.0.7", "2001:db8:1::7")))
                            .isYes())
                    .isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "0.0.0.0/0, YES, wide",
            "::/0, YES, wide",
            "198.51.100.0/24, YES, narrow",
            "203.0.113.9/32, YES, narrow",
            "10.0.0.0/8, NO,",
            "192.168.0.0/16, NO,",
            "100.64.0.0/10, NO,",
            "fd00::/8, NO,",
            "0.0.0.0/1, YES, narrow",
            "8.0.0.0/5, YES, narrow",
            "192.168.0.0/15, YES, narrow"
        })
        void isAsWideAsItsSourceRanges(String range, Answer answer, String width) {
            Verdict verdict = loadBalancer(Map.of("sourceRanges", List.of(range)));

            assertThat(verdict.answer()).isEqualTo(answer);
            assertThat(verdict.evidence().fields().get("width")).isEqualTo(width);
            assertThat(verdict.evidence().fields()).containsEntry("loadBalancerSourceRanges", range);
        }
    }

    @Nested
    class WhereItListens {
        private Verdict leadingTo(String ports, List<String> declared) {
            return verdict(api().asset(Estate.container("api"), Map.of("ports", declared))
                    .asset(SERVICE, Map.of("type", "LoadBalancer"))
                    .relation(SERVICE, RelationType.ROUTES_TO, API, Map.of("ports", ports)));
        }

        @Test
        void isExposedOnAPortThatAContainerDeclares() {
            Verdict verdict = leadingTo("8080,9090", List.of("http=8080/TCP"));

            assertThat(verdict.isYes()).isTrue();
            assertThat(verdict.evidence().fields()).containsEntry("listening", "8080");
        }

        @Test
        void isExposedWhereNoContainerDeclaresAPort() {
            assertThat(leadingTo("8080", List.of()).isYes()).isTrue();
        }

        @Test
        void cannotBeToldWhereTheContainersDeclareOtherPortsOnly() {
            Verdict verdict = leadingTo("8080", List.of("http=9000/TCP"));

            assertThat(verdict.answer()).isEqualTo(Answer.UNKNOWN);
            assertThat(verdict.evidence().fields()).containsEntry("declared", "9000");
        }

        @Test
        void isNotExposedByAServiceThatSelectsItAndLeadsToNoPortOfIt() {
            assertThat(verdict(api().asset(SERVICE, Map.of("type", "LoadBalancer"))
                                    .relation(SERVICE, RelationType.SELECTS, API))
                            .answer())
                    .isEqualTo(Answer.NO);
        }
    }

    @Nested
    class ByNode {
        private static final Map<String, ?> NODE_PORT =
                Map.of("type", "NodePort", "ports", List.of("80/TCP->8080@30080"));

        @Test
        void isExposedWhenANodeHasAPublicAddress() {
            Verdict verdict = verdict(api().service("api", NODE_PORT)
                    .node("n1", Map.of("externalAddresses", List.of()))
                    .node("n2", Map.of("externalAddresses", List.of("203.0.113.30"))));

            assertThat(verdict.answer()).isEqualTo(Answer.YES);
            assertThat(verdict.evidence().assets()).containsExactly(AssetKey.INTERNET, Estate.node("n2"), SERVICE, API);
            assertThat(verdict.evidence().fields()).containsEntry("firewall", "not read");
        }

        @Test
        void isNotExposedWhenNoNodeHasOne() {
            assertThat(verdict(api().service("api", NODE_PORT).node("n1", Map.of("externalAddresses", List.of())))
                            .answer())
                    .isEqualTo(Answer.NO);
        }

        @Test
        void cannotBeToldWhenTheNodesWereNotRead() {
            assertThat(verdict(api().service("api", NODE_PORT)).answer()).isEqualTo(Answer.UNKNOWN);
        }

        @Test
        void cannotBeToldWhenAnAddressOfANodeIsNotKnown() {
            assertThat(verdict(api().service("api", NODE_PORT)
                                    .node("n1", Map.of("externalAddresses", List.of()))
                                    .node("n2", Map.of()))
                            .answer())
                    .isEqualTo(Answer.UNKNOWN);
        }

        @Test
        void isExposedByAPortItOpensOnAPublicNode() {
            Verdict verdict = verdict(api().asset(Estate.container("api"), Map.of("hostPorts", List.of("8080/TCP")))
                    .scheduled("api", "n1")
                    .node("n1", Map.of("externalAddresses", List.of("203.0.113.30"))));

            assertThat(verdict.answer()).isEqualTo(Answer.YES);
            assertThat(verdict.evidence().assets()).containsExactly(AssetKey.INTERNET, Estate.node("n1"), API);
            assertThat(verdict.evidence().fields()).containsEntry("ports", "8080/TCP");
        }

        @Test
        void isNotExposedByAPortItOpensOnAPrivateNode() {
            assertThat(verdict(api().asset(Estate.container("api"), Map.of("hostPorts", List.of("8080/TCP")))
                                    .scheduled("api", "n1")
                                    .node("n1", Map.of("externalAddresses", List.of())))
                            .answer())
                    .isEqualTo(Answer.NO);
        }

        @Test
        void cannotBeToldWhenTheNodeOfAnOpenPortWasNotRead() {
            assertThat(verdict(api().asset(Estate.container("api"), Map.of("hostPorts", List.of("8080/TCP"))))
                            .answer())
                    .isEqualTo(Answer.UNKNOWN);
        }

        @Test
        void isExposedByTheNetworkOfItsNode() {
            Estate estate = new Estate()
                    .deployment("api", Map.of("hostNetwork", true))
                    .asset(Estate.container("api"), Map.of("ports", List.of("http=8080/TCP")))
                    .scheduled("api", "n1")
                    .node("n1", Map.of("externalAddresses", List.of("203.0.113.30")));

            assertThat(verdict(estate).isYes()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"203.0.113.30, UNKNOWN", "10.0.0.7, NO"})
        void cannotBeToldOnTheNetworkOfAPublicNodeWithoutADeclaredPort(String address, Answer answer) {
            Estate estate = new Estate()
                    .deployment("api", Map.of("hostNetwork", true))
                    .service("other", Map.of("type", "ClusterIP"))
                    .scheduled("api", "n1")
                    .node("n1", Map.of("externalAddresses", List.of(address)));

            assertThat(verdict(estate).answer()).isEqualTo(answer);
        }
    }

    @Nested
    class ByExternalAddress {
        @Test
        void isExposedWhenItIsPublic() {
            Verdict verdict = verdict(
                    api().service("api", Map.of("type", "ClusterIP", "externalAddresses", List.of("203.0.113.9"))));

            assertThat(verdict.isYes()).isTrue();
            assertThat(verdict.evidence().fields()).containsEntry("externalIPs", "203.0.113.9");
        }

        @Test
        void isNotExposedWhenItIsPrivate() {
            assertThat(verdict(api().service(
                                            "api",
                                            Map.of("type", "ClusterIP", "externalAddresses", List.of("10.0.0.9"))))
                            .answer())
                    .isEqualTo(Answer.NO);
        }
    }

    @Nested
    class ByIngress {
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
            Verdict verdict = verdict(
                    controlled(Map.of("type", "LoadBalancer", "loadBalancerAddresses", List.of("203.0.113.7"))));

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
        @CsvSource({"gke-l7-rilb, NO", "gke-l7-global-external-managed, YES", "istio, UNKNOWN"})
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
            assertThat(verdict(ingress(Map.of("addresses", List.of("203.0.113.7"))))
                            .isYes())
                    .isTrue();
            assertThat(verdict(ingress(Map.of("addresses", List.of("10.0.0.7"))))
                            .answer())
                    .isEqualTo(Answer.NO);
        }

        @Test
        void cannotBeToldWithoutControllerAndStatus() {
            assertThat(verdict(ingress(Map.of())).answer()).isEqualTo(Answer.UNKNOWN);
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

    @Nested
    class ThroughNetworkPolicies {
        private Verdict guarded(Map<String, ?> policy) {
            return verdict(api().exposed("api").asset(POLICY, policy).relation(API, RelationType.GUARDED_BY, POLICY));
        }

        @ParameterizedTest
        @CsvSource({
            "any, YES",
            "any#8443/TCP, YES",
            "ipBlock=0.0.0.0/0, YES",
            "ipBlock=198.51.100.0/24, YES",
            "ipBlock=10.0.0.0/8, NO",
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
    }

    @Test
    void isNotExposedWhenNothingLeadsThereAndServicesWereRead() {
        assertThat(verdict(api().deployment("other").exposed("other")).answer()).isEqualTo(Answer.NO);
    }

    @Test
    void cannotBeToldWhenNoServicesWereRead() {
        Verdict verdict = verdict(api());

        assertThat(verdict.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict.evidence().statement()).isEqualTo("the services of its cluster were not read");
    }

    @Test
    void isNotSureOfANoWhenNotEverythingWasRead() {
        Estate estate = api().service("api", Map.of("type", "ClusterIP"));

        assertThat(verdict(estate).answer()).isEqualTo(Answer.NO);
        assertThat(verdict(estate.readInPart("the dump is cut off")).answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(verdict(estate).evidence().statement()).contains("the dump is cut off");
    }

    @Test
    void isSureOfAYesThoughNotEverythingWasRead() {
        assertThat(verdict(api().exposed("api").readInPart("the dump is cut off"))
                        .isYes())
                .isTrue();
    }

    @Test
    void takesTheMostOpenOfSeveralWays() {
        AssetKey narrow = Estate.inShop(AssetKind.KUBERNETES_SERVICE, "narrow");
        Verdict verdict =
                verdict(api().asset(narrow, Map.of("type", "LoadBalancer", "sourceRanges", List.of("198.51.100.0/24")))
                        .relation(narrow, RelationType.ROUTES_TO, API)
                        .exposed("api"));

        assertThat(verdict.evidence().fields()).containsEntry("width", "wide");
    }
}
