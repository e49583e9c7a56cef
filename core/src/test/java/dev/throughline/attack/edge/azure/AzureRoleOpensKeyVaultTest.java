package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.READER;
import static dev.throughline.attack.edge.azure.AzureEstate.resource;
import static dev.throughline.attack.edge.azure.AzureEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AzureRoleOpensKeyVaultTest {
    @Test
    void aRoleLeadsToTheResourcesBelowItsScopeThatItsActionsGive() {
        AssetKey resource = resource("keyvault/vaults/v");

        assertThat(new AzureEstate()
                        .with(AssetKind.SECRET_STORE, resource)
                        .defined("c", "data:Microsoft.KeyVault/vaults/secrets/*")
                        .assigned("/subscriptions/s/resourcegroups/g", "c")
                        .steps("AzureRoleOpensKeyVault"))
                .containsExactly(role("/subscriptions/s/resourcegroups/g", "c") + " " + resource);
    }

    @Test
    void otherRolesAndScopesLeadNowhere() {
        assertThat(new AzureEstate()
                        .with(AssetKind.SECRET_STORE, resource("keyvault/vaults/v"))
                        .defined("c", "data:Microsoft.KeyVault/vaults/secrets/*")
                        .assigned("/subscriptions/s/resourcegroups/other", "c")
                        .assigned("/subscriptions/s", READER)
                        .steps("AzureRoleOpensKeyVault"))
                .isEmpty();
    }

    @Test
    void onlyAVaultThatObeysPoliciesIsOpenedByChangingThem() {
        AssetKey vault = resource("keyvault/vaults/v");
        AzureEstate estate = new AzureEstate()
                .with(AssetKind.SECRET_STORE, vault)
                .assigned("/subscriptions/s", AzureEstate.CONTRIBUTOR);
        assertThat(estate.steps("AzureRoleOpensKeyVault")).isEmpty();

        estate.facts.asset(new AssetKey(vault.text() + "/accesspolicies"), Map.of("name", "access policies"));
        assertThat(estate.steps("AzureRoleOpensKeyVault"))
                .containsExactly(role("/subscriptions/s", AzureEstate.CONTRIBUTOR) + " " + vault);
    }
}
