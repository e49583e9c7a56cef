package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.ACME;
import static dev.throughline.attack.edge.pipeline.Shop.MAIN;
import static dev.throughline.attack.edge.pipeline.Shop.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WriteAccessReadsSecretTest {
    private static final AssetKey TOKEN = AssetKey.inRepository(AssetKind.PIPELINE_SECRET, SHOP, "TOKEN");
    private static final AssetKey SHARED = AssetKey.of(AssetKind.PIPELINE_SECRET, "github.com/acme/SHARED");

    @Test
    void leadsFromTheRepositoryToItsSecrets() {
        Shop shop = new Shop().relation(SHOP, RelationType.CONTAINS, TOKEN);

        assertThat(shop.ways("WriteAccessReadsSecret")).containsExactly(SHOP + " > " + TOKEN);
    }

    @Test
    void leadsFromProtectedBranchesToWhatIsHandedOutThereOnly() {
        Shop shop = new Shop()
                .branch(Map.of("isProtected", true))
                .relation(SHOP, RelationType.CONTAINS, TOKEN)
                .asset(TOKEN, Map.of("protectedRefsOnly", true));

        assertThat(shop.ways("WriteAccessReadsSecret")).containsExactly(MAIN + " > " + TOKEN);
    }

    @Test
    void leadsToSecretsOfTheOrganizationThatTheRepositoryIsHanded() {
        assertThat(shared("all").ways("WriteAccessReadsSecret")).containsExactly(SHOP + " > " + SHARED);
        assertThat(shared("private").ways("WriteAccessReadsSecret")).isEmpty();
        assertThat(shared("selected").ways("WriteAccessReadsSecret")).isEmpty();
    }

    private static Shop shared(String visibility) {
        return new Shop().relation(ACME, RelationType.CONTAINS, SHARED).asset(SHARED, Map.of("visibility", visibility));
    }
}
