package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerTakesTokensOnNodeTest {
    private static List<AssetKey> taken(String path, Map<String, ?> neighbour) {
        return Agent.mounting(path, true, Map.of())
                .deployment("api", neighbour)
                .runsAs("api", "api")
                .scheduled("api", "n1")
                .deployment("far")
                .runsAs("far", "far")
                .scheduled("far", "n2")
                .steps("ContainerTakesTokensOnNode")
                .stream()
                .map(AttackStep::to)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/var/lib/kubelet/pods", "/var/lib/kubelet/", "/var", "/"})
    void leadsToTheServiceAccountsOfThePodsOnItsNodes(String path) {
        assertThat(taken(path, Map.of())).containsExactly(Estate.inShop(AssetKind.SERVICE_ACCOUNT, "api"));
    }

    @Test
    void doesNotLeadToThoseWhosePodsMountNoToken() {
        assertThat(taken("/var/lib/kubelet/pods", Map.of("automountToken", false)))
                .isEmpty();
    }

    @Test
    void doesNotLeadThereFromAnotherPath() {
        assertThat(taken("/var/lib/kubelet/pki", Map.of())).isEmpty();
    }
}
