package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.MAIN;
import static dev.throughline.attack.edge.pipeline.Shop.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BranchWriteRunsPipelineTest {
    @Test
    void leadsFromABranchToThePipelinesOfItsRepository() {
        assertThat(new Shop().ways("BranchWriteRunsPipeline")).containsExactly(MAIN + " > " + RELEASE);
    }

    @Test
    void leadsToNoPipelineThatIsOff() {
        Shop shop = new Shop().asset(RELEASE, Map.of("state", "disabled_manually"));

        assertThat(shop.ways("BranchWriteRunsPipeline")).isEmpty();
    }
}
