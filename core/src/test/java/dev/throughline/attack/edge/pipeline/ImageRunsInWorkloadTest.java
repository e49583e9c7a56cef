package dev.throughline.attack.edge.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import org.junit.jupiter.api.Test;

class ImageRunsInWorkloadTest {
    @Test
    void leadsFromAnImageToEveryWorkloadThatRunsIt() {
        Estate estate = new Estate()
                .deployment("api")
                .runs("api", Estate.image('a'))
                .deployment("web")
                .runs("web", Estate.image('a'));

        assertThat(estate.steps("ImageRunsInWorkload"))
                .allSatisfy(step -> {
                    assertThat(step.from()).isEqualTo(Estate.image('a'));
                    assertThat(step.probability()).isEqualTo(Likelihood.EASY.probability());
                    assertThat(step.techniques()).containsExactly("T1525", "T1610");
                    assertThat(step.breaks()).isEmpty();
                })
                .extracting(AttackStep::to)
                .containsExactly(Estate.workload("api"), Estate.workload("web"));
    }

    @Test
    void leadsFromTheImageATagPointsAt() {
        AssetKey tag = AssetKey.parse("imagetag:ghcr.io/acme/shop:1");
        Estate estate =
                new Estate().deployment("api").runs("api", tag).relation(tag, RelationType.TAGGED, Estate.image('a'));

        assertThat(estate.steps("ImageRunsInWorkload"))
                .extracting(AttackStep::from)
                .containsExactly(Estate.image('a'));
    }
}
