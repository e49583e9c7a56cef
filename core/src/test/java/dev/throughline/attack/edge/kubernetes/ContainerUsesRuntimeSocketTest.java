package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.Likelihood;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerUsesRuntimeSocketTest {
    private static double mounting(String path, boolean readOnly) {
        return Agent.probability(Agent.mounting(path, readOnly, Map.of()), "ContainerUsesRuntimeSocket");
    }

    @ParameterizedTest
    @CsvSource({
        "/var/run/docker.sock, true, TRIVIAL",
        "/run/containerd/containerd.sock, false, TRIVIAL",
        "/run/k3s/containerd/containerd.sock, true, TRIVIAL",
        "/var/run/crio, false, EASY",
        "/run, false, EASY"
    })
    void leadsToTheNodeFromAMountThatOpensIt(String path, boolean readOnly, Likelihood likelihood) {
        assertThat(mounting(path, readOnly)).isEqualTo(likelihood.probability());
    }

    @ParameterizedTest
    @CsvSource({"/var/run/app.sock, false", "/run/lock, false"})
    void doesNotLeadThereFromAnother(String path, boolean readOnly) {
        assertThat(mounting(path, readOnly)).isZero();
    }
}
