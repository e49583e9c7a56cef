package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeControlsWorkloadTest {
    @Test
    void leadsFromANodeToEveryWorkloadThatHasAPodThere() {
        Estate estate = new Estate()
                .deployment("api")
                .scheduled("api", "n1")
                .deployment("web")
                .scheduled("web", "n1")
                .deployment("far")
                .scheduled("far", "n2");

        assertThat(estate.steps("NodeControlsWorkload"))
                .filteredOn(step -> step.from().equals(Estate.node("n1")))
                .extracting(AttackStep::to)
                .containsExactly(Estate.workload("api"), Estate.workload("web"));
    }

    @Test
    void isTrivialAndProvedByThePod() {
        AttackStep step = new Estate()
                .deployment("api")
                .scheduled("api", "n1")
                .steps("NodeControlsWorkload")
                .get(0);

        assertThat(step.probability()).isEqualTo(Likelihood.TRIVIAL.probability());
        assertThat(step.techniques()).containsExactly("T1609");
        assertThat(step.evidence().assets()).hasSize(3);
    }

    @Test
    void leadsNowhereWhenNoPodIsKnownToRunThere() {
        assertThat(new Estate().deployment("api").node("n1", Map.of()).steps("NodeControlsWorkload"))
                .isEmpty();
    }
}
