package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.Likelihood;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerSetsCorePatternTest {
    private static double mounting(String path, boolean readOnly) {
        return Agent.probability(Agent.mounting(path, readOnly, Map.of("runAsUser", 0L)), "ContainerSetsCorePattern");
    }

    @ParameterizedTest
    @CsvSource({"/proc/sys/kernel, false, EASY", "/proc/, false, EASY", "/, false, EASY"})
    void leadsToTheNodeFromAMountThatOpensIt(String path, boolean readOnly, Likelihood likelihood) {
        assertThat(mounting(path, readOnly)).isEqualTo(likelihood.probability());
    }

    @ParameterizedTest
    @CsvSource({"/proc/sys/kernel, true", "/proc/sys/net, false", "/proc/sys/kernel2, false"})
    void doesNotLeadThereFromAnother(String path, boolean readOnly) {
        assertThat(mounting(path, readOnly)).isZero();
    }

    @Test
    void isLessLikelyWhereTheImageDecidesWhoItRunsAsAndDoesNotLeadThereWithoutRoot() {
        assertThat(Agent.probability(Agent.mounting("/proc", false, Map.of()), "ContainerSetsCorePattern"))
                .isEqualTo(Likelihood.MODERATE.probability());
        assertThat(Agent.probability(
                        Agent.mounting("/proc", false, Map.of("runAsUser", 1000L)), "ContainerSetsCorePattern"))
                .isZero();
        assertThat(Agent.probability(
                        Agent.mounting("/proc", false, Map.of("runAsNonRoot", true)), "ContainerSetsCorePattern"))
                .isZero();
    }
}
