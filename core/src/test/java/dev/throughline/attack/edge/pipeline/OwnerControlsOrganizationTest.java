package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.ACME;
import static dev.throughline.attack.edge.pipeline.Shop.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnerControlsOrganizationTest {
    @Test
    void leadsFromAnOwnerAndNotFromAMember() {
        AssetKey bob = AssetKey.of(AssetKind.DEVELOPER, "github.com/bob");
        Shop shop = new Shop()
                .relation(ALICE, RelationType.HAS_ROLE, ACME, Map.of("role", "admin"))
                .relation(bob, RelationType.HAS_ROLE, ACME, Map.of("role", "read"));

        assertThat(shop.ways("OwnerControlsOrganization")).containsExactly(ALICE + " > " + ACME);
    }
}
