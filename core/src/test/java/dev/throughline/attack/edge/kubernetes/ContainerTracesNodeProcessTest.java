package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.Likelihood;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerTracesNodeProcessTest {
    private static double probability(boolean hostPid, boolean privileged, String capability, String appArmor) {
        return Agent.probability(
                Agent.of(
                        Map.of("hostPid", hostPid),
                        Map.of("privileged", privileged, "capabilities", List.of(capability), "appArmor", appArmor)),
                "ContainerTracesNodeProcess");
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, SYS_PTRACE, Unconfined, EASY",
        "true, false, ALL, Unconfined, EASY",
        "true, true, NONE, RuntimeDefault, EASY",
        "true, false, SYS_PTRACE, RuntimeDefault, HARD"
    })
    void leadsToTheNode(
            boolean hostPid, boolean privileged, String capability, String appArmor, Likelihood likelihood) {
        assertThat(probability(hostPid, privileged, capability, appArmor)).isEqualTo(likelihood.probability());
    }

    @ParameterizedTest
    @CsvSource({"false, false, SYS_PTRACE, Unconfined", "true, false, SYS_ADMIN, Unconfined"})
    void doesNotLeadThereWithLess(boolean hostPid, boolean privileged, String capability, String appArmor) {
        assertThat(probability(hostPid, privileged, capability, appArmor)).isZero();
    }

    @Test
    void doesNotTakeUnknownSettingsForDangerous() {
        assertThat(Agent.of(Map.of(), Map.of()).steps("ContainerTracesNodeProcess"))
                .isEmpty();
    }
}
