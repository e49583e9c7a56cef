package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.Likelihood;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerReadsNodeFilesTest {
    private static double mounting(String path, boolean readOnly) {
        return Agent.probability(Agent.mounting(path, readOnly, Map.of()), "ContainerReadsNodeFiles");
    }

    @ParameterizedTest
    @CsvSource({
        "/root/.ssh, true, MODERATE",
        "/, true, MODERATE",
        "/etc, true, MODERATE",
        "/etc/kubernetes/pki, true, MODERATE",
        "/proc, true, HARD",
        "/etc/shadow, true, HARD"
    })
    void leadsToTheNodeFromAMountThatOpensIt(String path, boolean readOnly, Likelihood likelihood) {
        assertThat(mounting(path, readOnly)).isEqualTo(likelihood.probability());
    }

    @ParameterizedTest
    @CsvSource({"/etc/ssl/certs, true", "/var/log, false", "/mnt/data, false", "/rootfs, true"})
    void doesNotLeadThereFromAnother(String path, boolean readOnly) {
        assertThat(mounting(path, readOnly)).isZero();
    }
}
