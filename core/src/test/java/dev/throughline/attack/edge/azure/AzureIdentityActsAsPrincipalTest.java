package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.PRINCIPAL;
import static dev.throughline.attack.edge.azure.AzureEstate.entra;
import static dev.throughline.attack.edge.azure.AzureEstate.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import org.junit.jupiter.api.Test;

class AzureIdentityActsAsPrincipalTest {
    @Test
    void applicationsAndManagedIdentitiesActAsTheirPrincipals() {
        AssetKey identity = resource("managedidentity/userassignedidentities/id");
        AssetKey client = entra("appid/c");
        AzureEstate estate = new AzureEstate().with(AssetKind.IDENTITY, identity);
        estate.facts
                .relation(identity, RelationType.CAN_AUTHENTICATE_AS, PRINCIPAL)
                .relation(entra("app"), RelationType.CAN_AUTHENTICATE_AS, client)
                .relation(client, RelationType.CAN_AUTHENTICATE_AS, PRINCIPAL);

        assertThat(estate.steps("AzureIdentityActsAsPrincipal"))
                .containsExactlyInAnyOrder(
                        identity + " " + PRINCIPAL, entra("app") + " " + client, client + " " + PRINCIPAL);
    }
}
