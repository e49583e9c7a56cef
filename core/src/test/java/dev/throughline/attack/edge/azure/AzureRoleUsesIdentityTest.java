package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.READER;
import static dev.throughline.attack.edge.azure.AzureEstate.resource;
import static dev.throughline.attack.edge.azure.AzureEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import org.junit.jupiter.api.Test;

class AzureRoleUsesIdentityTest {
    @Test
    void aRoleLeadsToTheResourcesBelowItsScopeThatItsActionsGive() {
        AssetKey resource = resource("managedidentity/userassignedidentities/id");

        assertThat(new AzureEstate()
                        .with(AssetKind.IDENTITY, resource)
                        .defined("c", "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action")
                        .assigned("/subscriptions/s/resourcegroups/g", "c")
                        .steps("AzureRoleUsesIdentity"))
                .containsExactly(role("/subscriptions/s/resourcegroups/g", "c") + " " + resource);
    }

    @Test
    void otherRolesAndScopesLeadNowhere() {
        assertThat(new AzureEstate()
                        .with(AssetKind.IDENTITY, resource("managedidentity/userassignedidentities/id"))
                        .defined("c", "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action")
                        .assigned("/subscriptions/s/resourcegroups/other", "c")
                        .assigned("/subscriptions/s", READER)
                        .steps("AzureRoleUsesIdentity"))
                .isEmpty();
    }
}
