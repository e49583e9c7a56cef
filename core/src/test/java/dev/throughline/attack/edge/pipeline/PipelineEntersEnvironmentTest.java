package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.PRODUCTION;
import static dev.throughline.attack.edge.pipeline.Shop.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineEntersEnvironmentTest {
    private static double probability(Map<String, ?> environment) {
        return new Shop()
                .relation(RELEASE, RelationType.DEPLOYS_TO, PRODUCTION)
                .asset(PRODUCTION, environment)
                .probability("PipelineEntersEnvironment");
    }

    @Test
    void isAsLikelyAsItsProtectionLets() {
        assertThat(probability(Map.of("requiredReviewers", 0L))).isEqualTo(Likelihood.TRIVIAL.probability());
        assertThat(probability(Map.of("requiredReviewers", 0L, "protectedBranchesOnly", true)))
                .isEqualTo(Likelihood.MODERATE.probability());
        assertThat(probability(Map.of("requiredReviewers", 2L))).isEqualTo(Likelihood.HARD.probability());
        assertThat(probability(Map.of())).isEqualTo(Likelihood.MODERATE.probability());
    }
}
