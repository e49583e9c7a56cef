package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.AZURE;
import static dev.throughline.attack.edge.pipeline.Shop.RELEASE;
import static dev.throughline.attack.edge.pipeline.Shop.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineJoinsProjectTest {
    private static Shop shop(boolean open) {
        return new Shop()
                .relation(STORE, RelationType.CONTAINS, RELEASE)
                .relation(STORE, RelationType.CONTAINS, AZURE)
                .asset(AZURE, Map.of("openToAllPipelines", open));
    }

    @Test
    void leadsFromAPipelineToAProjectThatSharesSomething() {
        assertThat(shop(true).ways("PipelineJoinsProject")).containsExactly(RELEASE + " > " + STORE);
        assertThat(shop(false).ways("PipelineJoinsProject")).isEmpty();
    }
}
