package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AzureTrustAdmitsServiceAccountTest {
    @Test
    void aFederatedCredentialAdmitsTheServiceAccountOfItsSubject() {
        AssetKey identity = resource("managedidentity/userassignedidentities/id");
        AssetKey trust = new AssetKey(identity.text() + "/federatedidentitycredentials/aks");
        AzureEstate estate = new AzureEstate().with(AssetKind.IDENTITY, identity);
        estate.facts
                .account("api")
                .account("web")
                .asset(AssetKind.TRUST_POLICY, trust, Map.of("subject", "system:serviceaccount:shop:api"))
                .relation(identity, RelationType.TRUSTS, trust);

        assertThat(estate.steps("AzureTrustAdmitsServiceAccount"))
                .containsExactly(Estate.inShop(AssetKind.SERVICE_ACCOUNT, "api") + " " + identity);
    }
}
