package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.READER;
import static dev.throughline.attack.edge.azure.AzureEstate.resource;
import static dev.throughline.attack.edge.azure.AzureEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureRoleReadsDataTest {
    @Test
    void aRoleLeadsToTheResourcesBelowItsScopeThatItsActionsGive() {
        AssetKey resource = resource("storage/storageaccounts/data");

        assertThat(new AzureEstate()
                        .with(AssetKind.DATA_STORE, resource)
                        .defined("c", "data:Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*")
                        .assigned("/subscriptions/s/resourcegroups/g", "c")
                        .steps("AzureRoleReadsData"))
                .containsExactly(role("/subscriptions/s/resourcegroups/g", "c") + " " + resource);
    }

    @Test
    void otherRolesAndScopesLeadNowhere() {
        assertThat(new AzureEstate()
                        .with(AssetKind.DATA_STORE, resource("storage/storageaccounts/data"))
                        .defined("c", "data:Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*")
                        .assigned("/subscriptions/s/resourcegroups/other", "c")
                        .assigned("/subscriptions/s", READER)
                        .steps("AzureRoleReadsData"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dbforpostgresql/flexibleservers/db Microsoft.DBforPostgreSQL/flexibleServers/write",
                "dbforpostgresql/flexibleservers/db Microsoft.DBforPostgreSQL/flexibleServers/administrators/write",
                "dbformysql/flexibleservers/db Microsoft.DBforMySQL/flexibleServers/*",
                "storage/storageaccounts/data Microsoft.Storage/storageAccounts/listAccountSas/action"
            })
    void leadsToServersAndStoresByWhatTakesThemOver(String text) {
        String[] parts = text.split(" ", -1);
        AssetKey store = resource(parts[0]);

        assertThat(new AzureEstate()
                        .with(AssetKind.DATA_STORE, store)
                        .defined("c", parts[1])
                        .assigned("/subscriptions/s", "c")
                        .steps("AzureRoleReadsData"))
                .containsExactly(role("/subscriptions/s", "c") + " " + store);
    }
}
