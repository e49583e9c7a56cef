package dev.throughline.attack.edge.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.AttackStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterControlsObjectsTest {
    @Test
    void leadsToNodesNamespacesAndWorkloadsForCertain() {
        List<AttackStep> steps = Shop.estate().steps("ClusterControlsObjects");

        assertThat(steps)
                .extracting(step -> step.to().text())
                .containsExactly(
                        "namespace:prod/other",
                        "namespace:prod/shop",
                        "node:prod/n1",
                        "workload:prod/other/StatefulSet/far",
                        "workload:prod/shop/Deployment/api");
        assertThat(steps).extracting(AttackStep::probability).containsOnly(1.0);
    }
}
