package dev.throughline.risk.factor;

import static dev.throughline.risk.factor.ExposedApi.API;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InternetExposedByLoadBalancerTest {
    private static Verdict loadBalancer(Map<String, ?> more) {
        Map<String, Object> values = new HashMap<>(Map.of("type", "LoadBalancer", "ports", List.of("443/TCP->8443")));
        values.putAll(more);
        return verdict(api().service("api", values));
    }

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
        assertThat(loadBalancer(Map.of("loadBalancerAddresses", List.of("internal-a1b2.eu-west-1.elb.amazonaws.com")))
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
        Verdict verdict = verdict(
                api().asset(rule, Map.of("effect", "trusted", "ranges", List.of("198.51.100.0/24", "2001:db8::/32")))
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
