package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodesGroupActsAsNodeTest {
    @Test
    void leadsFromTheGroupToEveryNodeForCertain() {
        List<AttackStep> steps = Shop.estate().node("n2", Map.of()).steps("NodesGroupActsAsNode");

        assertThat(steps).allSatisfy(step -> assertThat(step.from()).isEqualTo(Shop.NODES));
        assertThat(steps).extracting(AttackStep::to).containsExactly(Estate.node("n1"), Estate.node("n2"));
        assertThat(steps).extracting(AttackStep::probability).containsOnly(1.0);
    }
}
