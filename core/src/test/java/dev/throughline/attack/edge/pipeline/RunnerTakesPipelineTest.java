package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.ACME;
import static dev.throughline.attack.edge.pipeline.Shop.RELEASE;
import static dev.throughline.attack.edge.pipeline.Shop.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunnerTakesPipelineTest {
    private static final AssetKey BUILD_7 = AssetKey.of(AssetKind.RUNNER, "github.com/acme/build-7");
    private static final AssetKey GROUP = AssetKey.of(AssetKind.RUNNER_GROUP, "github.com/acme/default");
    private static final String JOB = "job=test runsOn=self-hosted,linux";
    private static final List<String> LABELS = List.of("self-hosted", "Linux", "x64");

    @Test
    void leadsFromARunnerToThePipelinesThatRunThere() {
        Shop shop = new Shop()
                .pipeline(List.of("push"), JOB)
                .asset(BUILD_7, Map.of("labels", LABELS, "selfHosted", true))
                .relation(SHOP, RelationType.CONTAINS, BUILD_7);

        assertThat(shop.ways("RunnerTakesPipeline")).containsExactly(BUILD_7 + " > " + RELEASE);
    }

    @Test
    void leadsNowhereWhereALabelIsMissing() {
        Shop shop = new Shop()
                .pipeline(List.of("push"), JOB + ",gpu")
                .asset(BUILD_7, Map.of("labels", LABELS, "selfHosted", true))
                .asset(GROUP, Map.of("visibility", "all"))
                .relation(ACME, RelationType.CONTAINS, GROUP)
                .relation(GROUP, RelationType.CONTAINS, BUILD_7);

        assertThat(shop.ways("RunnerTakesPipeline")).isEmpty();
    }
}
