package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.Likelihood;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerLoadsKernelModuleTest {
    private static double probability(boolean hostPid, boolean privileged, String capability, String appArmor) {
        return Agent.probability(
                Agent.of(
                        Map.of("hostPid", hostPid),
                        Map.of("privileged", privileged, "capabilities", List.of(capability), "appArmor", appArmor)),
                "ContainerLoadsKernelModule");
    }

    @ParameterizedTest
    @CsvSource({
        "false, true, NONE, Unconfined, EASY",
        "false, false, SYS_MODULE, Unconfined, EASY",
        "false, false, ALL, RuntimeDefault, EASY"
    })
    void leadsToTheNode(
            boolean hostPid, boolean privileged, String capability, String appArmor, Likelihood likelihood) {
        assertThat(probability(hostPid, privileged, capability, appArmor)).isEqualTo(likelihood.probability());
    }

    @ParameterizedTest
    @CsvSource({"true, false, SYS_ADMIN, Unconfined"})
    void doesNotLeadThereWithLess(boolean hostPid, boolean privileged, String capability, String appArmor) {
        assertThat(probability(hostPid, privileged, capability, appArmor)).isZero();
    }

    @Test
    void doesNotTakeUnknownSettingsForDangerous() {
        assertThat(Agent.of(Map.of(), Map.of()).steps("ContainerLoadsKernelModule"))
                .isEmpty();
    }
}
