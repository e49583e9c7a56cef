package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.READER;
import static dev.throughline.attack.edge.azure.AzureEstate.resource;
import static dev.throughline.attack.edge.azure.AzureEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import org.junit.jupiter.api.Test;

class AzureRoleChangesAppTest {
    @Test
    void aRoleLeadsToTheResourcesBelowItsScopeThatItsActionsGive() {
        AssetKey resource = resource("web/sites/shop");

        assertThat(new AzureEstate()
                        .with(AssetKind.WEB_APP, resource)
                        .defined("c", "Microsoft.Web/sites/*")
                        .assigned("/subscriptions/s/resourcegroups/g", "c")
                        .steps("AzureRoleChangesApp"))
                .containsExactly(role("/subscriptions/s/resourcegroups/g", "c") + " " + resource);
    }

    @Test
    void otherRolesAndScopesLeadNowhere() {
        assertThat(new AzureEstate()
                        .with(AssetKind.WEB_APP, resource("web/sites/shop"))
                        .defined("c", "Microsoft.Web/sites/*")
                        .assigned("/subscriptions/s/resourcegroups/other", "c")
                        .assigned("/subscriptions/s", READER)
                        .steps("AzureRoleChangesApp"))
                .isEmpty();
    }
}
