package dev.throughline.risk.factor;

import static dev.throughline.risk.factor.ExposedApi.API;
import static dev.throughline.risk.factor.ExposedApi.SERVICE;
import static dev.throughline.risk.factor.ExposedApi.api;
import static dev.throughline.risk.factor.ExposedApi.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.risk.Verdict;
import dev.throughline.risk.Verdict.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InternetExposedByNodeTest {
    private static final Map<String, ?> NODE_PORT = Map.of("type", "NodePort", "ports", List.of("80/TCP->8080@30080"));

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
