package dev.throughline.attack.edge.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelinePushesImageTest {
    private static final AssetKey IMAGE = Estate.image('a');
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey RELEASE =
            AssetKey.inRepository(AssetKind.PIPELINE, SHOP, ".github/workflows/release.yml");
    private static final AssetKey TEST = AssetKey.inRepository(AssetKind.PIPELINE, SHOP, ".github/workflows/test.yml");
    private static final AssetKey RUN = AssetKey.run(SHOP, "123");

    private static List<AttackStep> steps(Estate estate) {
        return estate.steps("PipelinePushesImage");
    }

    @Test
    void leadsFromThePipelineWhoseRunPushedTheImage() {
        AttackStep step = steps(new Estate()
                        .relation(SHOP, RelationType.DEFINES, RELEASE)
                        .relation(SHOP, RelationType.DEFINES, TEST)
                        .relation(RELEASE, RelationType.RAN, RUN)
                        .relation(RUN, RelationType.PUSHED, IMAGE))
                .get(0);

        assertThat(step.from()).isEqualTo(RELEASE);
        assertThat(step.to()).isEqualTo(IMAGE);
        assertThat(step.probability()).isEqualTo(0.95 * 0.95, within(1e-12));
        assertThat(step.evidence().assets()).containsExactly(RELEASE, RUN, IMAGE);
        assertThat(step.evidence().fields()).containsEntry("method", "PLATFORM_BUILD");
    }

    @Test
    void mayBeAnyPipelineWhereOnlyTheRepositoryIsKnown() {
        List<AttackStep> steps = steps(new Estate()
                .asset(IMAGE, Map.of("labels", List.of("org.opencontainers.image.source=github.com/acme/shop")))
                .relation(SHOP, RelationType.DEFINES, RELEASE)
                .relation(SHOP, RelationType.DEFINES, TEST));

        assertThat(steps).extracting(AttackStep::from).containsExactly(RELEASE, TEST);
        assertThat(steps).allSatisfy(step -> assertThat(step.probability()).isEqualTo(0.95 * 0.5 / 2, within(1e-12)));
    }

    @Test
    void leadsNowhereWhereNoPipelineIsKnown() {
        assertThat(steps(new Estate()
                        .asset(
                                IMAGE,
                                Map.of("labels", List.of("org.opencontainers.image.source=github.com/acme/shop")))))
                .isEmpty();
    }
}
