package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.directoryRole;
import static dev.throughline.attack.edge.azure.AzureEstate.entra;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntraRoleAddsCredentialTest {
    @Test
    void anApplicationAdministratorAddsSecretsToApplicationsOnly() {
        AssetKey role = directoryRole("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3");
        AzureEstate estate = new AzureEstate().directory(role);
        estate.facts
                .asset(AssetKind.IDENTITY, entra("sp"), Map.of("type", "ServicePrincipal"))
                .asset(AssetKind.IDENTITY, entra("u"), Map.of("type", "User"));

        assertThat(estate.steps("EntraRoleAddsCredential")).containsExactly(role + " " + entra("sp"));
    }
}
