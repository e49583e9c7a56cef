package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Visibility;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTextRunsInPipelineTest {
    private static final String JOB = "job=greet untrusted=github.event.issue.title";

    @Test
    void leadsFromEverybodyToAScriptThatContainsWhatTheyWrote() {
        Shop shop = new Shop().pipeline(List.of("issues"), JOB);

        assertThat(shop.ways("EventTextRunsInPipeline")).containsExactly(AssetKey.ANY_GITHUB_USER + " > " + RELEASE);
        assertThat(shop.steps("EventTextRunsInPipeline").get(0).evidence().fields())
                .containsEntry("expression", "github.event.issue.title");
    }

    @Test
    void leadsNowhereWhereOutsidersDoNotStartIt() {
        assertThat(new Shop().pipeline(List.of("push"), JOB).ways("EventTextRunsInPipeline"))
                .isEmpty();
        assertThat(new Shop()
                        .repository(Map.of("visibility", Visibility.PRIVATE))
                        .pipeline(List.of("issues"), JOB)
                        .ways("EventTextRunsInPipeline"))
                .isEmpty();
    }
}
