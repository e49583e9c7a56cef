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

class PipelineReachesRunnerTest {
    private static final AssetKey BUILD_7 = AssetKey.of(AssetKind.RUNNER, "github.com/acme/build-7");
    private static final AssetKey GROUP = AssetKey.of(AssetKind.RUNNER_GROUP, "github.com/acme/default");
    private static final String JOB = "job=test runsOn=self-hosted,linux";
    private static final List<String> LABELS = List.of("self-hosted", "Linux", "x64");

    private static Shop shop(Map<String, ?> group) {
        return new Shop()
                .pipeline(List.of("push"), JOB)
                .asset(BUILD_7, Map.of("labels", LABELS, "selfHosted", true))
                .asset(GROUP, group)
                .relation(ACME, RelationType.CONTAINS, GROUP)
                .relation(GROUP, RelationType.CONTAINS, BUILD_7);
    }

    @Test
    void leadsToTheGroupOfARunnerWithAllLabelsOfAJob() {
        assertThat(shop(Map.of("visibility", "all")).ways("PipelineReachesRunner"))
                .containsExactly(RELEASE + " > " + GROUP);
    }

    @Test
    void leadsToAGroupForSelectedRepositoriesOnlyFromThose() {
        assertThat(shop(Map.of("visibility", "selected")).ways("PipelineReachesRunner"))
                .isEmpty();
        assertThat(shop(Map.of("visibility", "selected"))
                        .relation(SHOP, RelationType.RUNS_ON, GROUP)
                        .ways("PipelineReachesRunner"))
                .containsExactly(RELEASE + " > " + GROUP);
    }

    @Test
    void leadsToAPoolOfAgentsThatThePlatformDoesNotRun() {
        AssetKey own = AssetKey.of(AssetKind.AGENT_POOL, "dev.azure.com/acme/Default");
        AssetKey hosted = AssetKey.of(AssetKind.AGENT_POOL, "dev.azure.com/acme/Azure Pipelines");
        Shop shop = new Shop()
                .relation(RELEASE, RelationType.RUNS_ON, own)
                .relation(RELEASE, RelationType.RUNS_ON, hosted)
                .asset(hosted, Map.of("hosted", true));

        assertThat(shop.ways("PipelineReachesRunner")).containsExactly(RELEASE + " > " + own);
    }
}
