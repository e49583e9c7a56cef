package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.AZURE;
import static dev.throughline.attack.edge.pipeline.Shop.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectSharesResourceTest {
    private static final AssetKey GROUP = AssetKey.of(AssetKind.VARIABLE_GROUP, "dev.azure.com/acme/store/prod");
    private static final AssetKey FILE = AssetKey.of(AssetKind.SECURE_FILE, "dev.azure.com/acme/store/cert.pfx");

    @Test
    void leadsToWhatIsOpenToAllPipelines() {
        Shop shop = new Shop();
        for (AssetKey key : List.of(AZURE, GROUP, FILE)) {
            shop.relation(STORE, RelationType.CONTAINS, key).asset(key, Map.of("openToAllPipelines", true));
        }

        assertThat(shop.ways("ProjectSharesResource"))
                .containsExactlyInAnyOrder(STORE + " > " + AZURE, STORE + " > " + GROUP, STORE + " > " + FILE);
    }

    @Test
    void leadsToNothingThatIsNotKnownToBeOpen() {
        assertThat(new Shop().relation(STORE, RelationType.CONTAINS, AZURE).ways("ProjectSharesResource"))
                .isEmpty();
    }
}
