package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerMountsNodeDiskTest {
    private static double probability(boolean hostPid, boolean privileged, String capability, String appArmor) {
        return Agent.probability(
                Agent.of(
                        Map.of("hostPid", hostPid),
                        Map.of("privileged", privileged, "capabilities", List.of(capability), "appArmor", appArmor)),
                "ContainerMountsNodeDisk");
    }

    @ParameterizedTest
    @CsvSource({"false, true, NONE, Unconfined, TRIVIAL"})
    void leadsToTheNode(
            boolean hostPid, boolean privileged, String capability, String appArmor, Likelihood likelihood) {
        assertThat(probability(hostPid, privileged, capability, appArmor)).isEqualTo(likelihood.probability());
    }

    @ParameterizedTest
    @CsvSource({"true, false, ALL, Unconfined"})
    void doesNotLeadThereWithLess(boolean hostPid, boolean privileged, String capability, String appArmor) {
        assertThat(probability(hostPid, privileged, capability, appArmor)).isZero();
    }

    @Test
    void doesNotTakeUnknownSettingsForDangerous() {
        assertThat(Agent.of(Map.of(), Map.of()).steps("ContainerMountsNodeDisk"))
                .isEmpty();
    }

    private static final AssetKey SIDECAR = Estate.inShop(AssetKind.CONTAINER, "Deployment/agent/sidecar");

    private static double besideAnother(String type, boolean shareProcesses) {
        return Agent.probability(
                Agent.of(Map.of("shareProcessNamespace", shareProcesses), Map.of("privileged", false))
                        .asset(SIDECAR, Map.of("privileged", true, "type", type))
                        .relation(Estate.workload("agent"), RelationType.CONTAINS, SIDECAR),
                "ContainerMountsNodeDisk");
    }

    @Test
    void isLessLikelyWhereOnlyOneOfSeveralContainersLetsOut() {
        assertThat(besideAnother("app", false)).isEqualTo(Likelihood.EASY.probability());
        assertThat(besideAnother("sidecar", false)).isEqualTo(Likelihood.EASY.probability());
    }

    @Test
    void isAsLikelyWhereTheContainersShareTheirProcesses() {
        assertThat(besideAnother("app", true)).isEqualTo(Likelihood.TRIVIAL.probability());
    }

    @Test
    void doesNotLeadFromAContainerThatHasEndedBeforeTheOthersStart() {
        assertThat(besideAnother("init", true)).isZero();
    }

    @Test
    void leadsToEveryNodeItsPodsRunOnAndIsProvedByTheContainer() {
        AssetKey other = Estate.inShop(AssetKind.POD, "agent-1");
        List<AttackStep> steps = Agent.of(Map.of(), Map.of("privileged", true))
                .relation(Estate.workload("agent"), RelationType.CONTAINS, other)
                .relation(other, RelationType.SCHEDULED_ON, Estate.node("n2"))
                .steps("ContainerMountsNodeDisk");

        assertThat(steps).extracting(AttackStep::to).containsExactly(Estate.node("n1"), Estate.node("n2"));
        assertThat(steps.get(0).evidence().assets())
                .containsExactly(Estate.workload("agent"), Estate.container("agent"));
        assertThat(steps.get(0).breaks()).containsExactly("run prod/shop/Deployment/agent/app without privileged");
    }
}
