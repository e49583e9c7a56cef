package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferencedCodeRunsInPipelineTest {
    private static final AssetKey ACTIONS = AssetKey.repository("github.com/acme/actions");
    private static final AssetKey DEPLOY = AssetKey.of(AssetKind.ACTION_REFERENCE, "acme/actions/deploy@v1");

    private static Shop shop(boolean pinned) {
        return new Shop()
                .asset(ACTIONS, Map.of("name", "actions"))
                .asset(DEPLOY, Map.of("ref", "v1", "pinned", pinned, "repository", ACTIONS.text()))
                .relation(RELEASE, RelationType.USES_ACTION, DEPLOY);
    }

    @Test
    void leadsFromTheRepositoryOfAnActionToThePipelineThatUsesIt() {
        assertThat(shop(false).ways("ReferencedCodeRunsInPipeline")).containsExactly(ACTIONS + " > " + RELEASE);
    }

    @Test
    void leadsNowhereFromACommitThatCannotMove() {
        assertThat(shop(true).ways("ReferencedCodeRunsInPipeline")).isEmpty();
    }
}
