package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.RELEASE;
import static dev.throughline.attack.edge.pipeline.Shop.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JobTokenWritesRepositoryTest {
    @Test
    void leadsFromAPipelineWhoseTokenMayWrite() {
        Shop shop = new Shop().pipeline(List.of("push"), "job=tag writesContents=true");

        assertThat(shop.ways("JobTokenWritesRepository")).containsExactly(RELEASE + " > " + SHOP);
    }

    @Test
    void leadsNowhereWhereItMayNotOrTheSettingsDecide() {
        Shop shop = new Shop().pipeline(List.of("push"), "job=test writesContents=false", "job=other");

        assertThat(shop.ways("JobTokenWritesRepository")).isEmpty();
    }
}
