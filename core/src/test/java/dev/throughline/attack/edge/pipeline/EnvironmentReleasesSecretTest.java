package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.PRODUCTION;
import static dev.throughline.attack.edge.pipeline.Shop.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import org.junit.jupiter.api.Test;

class EnvironmentReleasesSecretTest {
    @Test
    void leadsFromAnEnvironmentToItsSecrets() {
        AssetKey secret = AssetKey.inRepository(AssetKind.PIPELINE_SECRET, SHOP, "production/TOKEN");
        Shop shop = new Shop().relation(PRODUCTION, RelationType.CONTAINS, secret);

        assertThat(shop.ways("EnvironmentReleasesSecret")).containsExactly(PRODUCTION + " > " + secret);
    }
}
