package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.AZURE;
import static dev.throughline.attack.edge.pipeline.Shop.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineUsesServiceConnectionTest {
    private static Shop shop(Map<String, ?> connection) {
        return new Shop().relation(RELEASE, RelationType.USES_CONNECTION, AZURE).asset(AZURE, connection);
    }

    @Test
    void leadsToTheServiceConnectionOfThePipeline() {
        assertThat(shop(Map.of()).ways("PipelineUsesServiceConnection")).containsExactly(RELEASE + " > " + AZURE);
    }

    @Test
    void isAsLikelyAsItsChecksLet() {
        assertThat(shop(Map.of("requiredApprovers", 0L)).probability("PipelineUsesServiceConnection"))
                .isEqualTo(Likelihood.TRIVIAL.probability());
        assertThat(shop(Map.of("requiredApprovers", 1L)).probability("PipelineUsesServiceConnection"))
                .isEqualTo(Likelihood.HARD.probability());
        assertThat(shop(Map.of("requiredApprovers", 0L, "protectedBranchesOnly", true))
                        .probability("PipelineUsesServiceConnection"))
                .isEqualTo(Likelihood.MODERATE.probability());
    }
}
