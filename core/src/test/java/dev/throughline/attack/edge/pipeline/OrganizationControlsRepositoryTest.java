package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.ACME;
import static dev.throughline.attack.edge.pipeline.Shop.MAIN;
import static dev.throughline.attack.edge.pipeline.Shop.SHOP;
import static dev.throughline.attack.edge.pipeline.Shop.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import org.junit.jupiter.api.Test;

class OrganizationControlsRepositoryTest {
    @Test
    void leadsToRepositoriesAndTheirBranchesInProjectsToo() {
        AssetKey tools = AssetKey.repository("github.com/acme/tools");
        Shop shop =
                new Shop().relation(ACME, RelationType.CONTAINS, STORE).relation(STORE, RelationType.CONTAINS, tools);

        assertThat(shop.ways("OrganizationControlsRepository"))
                .containsExactlyInAnyOrder(ACME + " > " + SHOP, ACME + " > " + MAIN, ACME + " > " + tools);
    }
}
