package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.READER;
import static dev.throughline.attack.edge.azure.AzureEstate.resource;
import static dev.throughline.attack.edge.azure.AzureEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import org.junit.jupiter.api.Test;

class AzureRoleRunsAutomationTest {
    @Test
    void aRoleLeadsToTheResourcesBelowItsScopeThatItsActionsGive() {
        AssetKey resource = resource("automation/automationaccounts/a");

        assertThat(new AzureEstate()
                        .with(AssetKind.CLOUD_RESOURCE, resource)
                        .defined("c", "Microsoft.Automation/automationAccounts/*")
                        .assigned("/subscriptions/s/resourcegroups/g", "c")
                        .steps("AzureRoleRunsAutomation"))
                .containsExactly(role("/subscriptions/s/resourcegroups/g", "c") + " " + resource);
    }

    @Test
    void otherRolesAndScopesLeadNowhere() {
        assertThat(new AzureEstate()
                        .with(AssetKind.CLOUD_RESOURCE, resource("automation/automationaccounts/a"))
                        .defined("c", "Microsoft.Automation/automationAccounts/*")
                        .assigned("/subscriptions/s/resourcegroups/other", "c")
                        .assigned("/subscriptions/s", READER)
                        .steps("AzureRoleRunsAutomation"))
                .isEmpty();
    }
}
