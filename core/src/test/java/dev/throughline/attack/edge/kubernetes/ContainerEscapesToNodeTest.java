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
import org.junit.jupiter.params.provider.ValueSource;

class ContainerEscapesToNodeTest {
    private static final AssetKey VOLUME = Estate.inShop(AssetKind.VOLUME, "Deployment/agent/host");

    private static Estate agent(Map<String, ?> workload, Map<String, ?> container) {
        return new Estate()
                .deployment("agent", workload)
                .asset(Estate.container("agent"), container)
                .scheduled("agent", "n1");
    }

    private static List<AttackStep> steps(Estate estate) {
        return estate.steps("ContainerEscapesToNode");
    }

    private static List<AttackStep> mounting(Map<String, ?> volume) {
        return steps(agent(Map.of(), Map.of())
                .asset(VOLUME, volume)
                .relation(Estate.container("agent"), RelationType.MOUNTS, VOLUME));
    }

    @Test
    void leadsFromAPrivilegedContainerToItsNode() {
        AttackStep step = steps(agent(Map.of(), Map.of("privileged", true))).get(0);

        assertThat(step.from()).isEqualTo(Estate.workload("agent"));
        assertThat(step.to()).isEqualTo(Estate.node("n1"));
        assertThat(step.techniques()).containsExactly("T1611");
        assertThat(step.probability()).isEqualTo(Likelihood.TRIVIAL.probability());
        assertThat(step.breaks()).containsExactly("run prod/shop/Deployment/agent/app without privileged");
    }

    @ParameterizedTest
    @CsvSource({"SYS_MODULE, false, EASY", "ALL, false, EASY", "SYS_PTRACE, true, EASY", "SYS_ADMIN, false, MODERATE"})
    void leadsFromAContainerWithADangerousCapability(String capability, boolean hostPid, Likelihood likelihood) {
        assertThat(steps(agent(Map.of("hostPid", hostPid), Map.of("capabilities", List.of(capability)))))
                .extracting(AttackStep::probability)
                .containsExactly(likelihood.probability());
    }

    @ParameterizedTest
    @CsvSource({"NET_BIND_SERVICE, true", "SYS_PTRACE, false", "CHOWN, false"})
    void doesNotLeadFromAContainerWithAHarmlessOne(String capability, boolean hostPid) {
        assertThat(steps(agent(Map.of("hostPid", hostPid), Map.of("capabilities", List.of(capability)))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/var/run/docker.sock, true, TRIVIAL",
        "/run/containerd/containerd.sock, false, TRIVIAL",
        "/, false, EASY",
        "/etc/, false, EASY",
        "/var/lib/kubelet, false, EASY",
        "/, true, HARD"
    })
    void leadsFromAContainerThatMountsWhatControlsTheNode(String path, boolean readOnly, Likelihood likelihood) {
        assertThat(mounting(Map.of("type", "hostPath", "path", path, "readOnly", readOnly)))
                .extracting(AttackStep::probability)
                .containsExactly(likelihood.probability());
    }

    @Test
    void takesAMountOfWhichItIsNotKnownWhetherItIsReadOnlyForWritable() {
        assertThat(mounting(Map.of("type", "hostPath", "path", "/etc")))
                .extracting(AttackStep::probability)
                .containsExactly(Likelihood.EASY.probability());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/var/log/app", "/mnt/data", "/etc/ssl/certs"})
    void doesNotLeadFromAContainerThatMountsSomethingElse(String path) {
        assertThat(mounting(Map.of("type", "hostPath", "path", path, "readOnly", true)))
                .isEmpty();
    }

    @Test
    void doesNotLeadFromAVolumeThatIsNotOfTheNode() {
        assertThat(mounting(Map.of("type", "emptyDir", "path", "/"))).isEmpty();
    }

    @Test
    void takesTheEasiestOfSeveralWays() {
        Estate estate = agent(Map.of(), Map.of("capabilities", List.of("SYS_ADMIN")))
                .asset(VOLUME, Map.of("type", "hostPath", "path", "/run/docker.sock"))
                .relation(Estate.container("agent"), RelationType.MOUNTS, VOLUME);

        assertThat(steps(estate))
                .extracting(step -> step.evidence().statement())
                .containsExactly("it can speak to the container runtime of the node");
    }

    @Test
    void leadsToEveryNodeItsPodsRunOn() {
        AssetKey other = Estate.inShop(AssetKind.POD, "agent-1");
        Estate estate = agent(Map.of(), Map.of("privileged", true))
                .relation(Estate.workload("agent"), RelationType.CONTAINS, other)
                .relation(other, RelationType.SCHEDULED_ON, Estate.node("n2"));

        assertThat(steps(estate)).extracting(AttackStep::to).containsExactly(Estate.node("n1"), Estate.node("n2"));
    }

    @Test
    void doesNotTakeUnknownSettingsForDangerous() {
        assertThat(steps(agent(Map.of(), Map.of()))).isEmpty();
    }
}
