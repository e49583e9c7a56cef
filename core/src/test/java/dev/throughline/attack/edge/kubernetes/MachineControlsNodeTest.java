package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineControlsNodeTest {
    private static final AssetKey MACHINE =
            AssetKey.of(AssetKind.VIRTUAL_MACHINE, "arn:aws:ec2:eu-west-1:1:instance/i-0abc");

    private static List<AttackStep> steps(String providerId) {
        return new Estate()
                .node("n1", Map.of("providerId", providerId))
                .asset(AssetKind.VIRTUAL_MACHINE, MACHINE, Map.of("name", "n1"))
                .steps("MachineControlsNode");
    }

    @Test
    void leadsFromTheMachineToTheNodeThatItIs() {
        assertThat(steps("aws:///eu-west-1a/i-0abc")).singleElement().satisfies(step -> {
            assertThat(step.from()).isEqualTo(MACHINE);
            assertThat(step.to()).isEqualTo(Estate.node("n1"));
        });
    }

    @Test
    void leadsNowhereFromAnotherMachine() {
        assertThat(steps("aws:///eu-west-1a/i-0def")).isEmpty();
    }
}
