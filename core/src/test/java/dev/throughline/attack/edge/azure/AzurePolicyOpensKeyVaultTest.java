package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.PRINCIPAL;
import static dev.throughline.attack.edge.azure.AzureEstate.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AzurePolicyOpensKeyVaultTest {
    @Test
    void aPolicyOpensTheVaultToThePrincipalItNames() {
        AssetKey vault = resource("keyvault/vaults/v");
        AzureEstate estate = new AzureEstate().with(AssetKind.SECRET_STORE, vault);
        estate.facts.relation(
                PRINCIPAL, RelationType.CAN_AUTHENTICATE_TO, vault, Map.of("reason", "access policy: secrets/get"));

        assertThat(estate.steps("AzurePolicyOpensKeyVault")).containsExactly(PRINCIPAL + " " + vault);
    }
}
