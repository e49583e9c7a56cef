package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.GROUP;
import static dev.throughline.attack.edge.azure.AzureEstate.OWNER;
import static dev.throughline.attack.edge.azure.AzureEstate.SUBSCRIPTION;
import static dev.throughline.attack.edge.azure.AzureEstate.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import org.junit.jupiter.api.Test;

class AzureScopeContainsResourceTest {
    @Test
    void aGivenScopeLeadsToWhatLiesInItOnceHoweverManyHoldTheRole() {
        AssetKey store = resource("storage/storageaccounts/data");
        AzureEstate estate = new AzureEstate().with(AssetKind.DATA_STORE, store).assigned("/subscriptions/s", OWNER);
        for (int i = 0; i < 50; i++) {
            estate.facts.relation(
                    AzureEstate.entra("p" + i), RelationType.HAS_ROLE, AzureEstate.role("/subscriptions/s", OWNER));
        }

        assertThat(estate.steps("AzureScopeContainsResource"))
                .containsExactlyInAnyOrder(SUBSCRIPTION + " " + GROUP, GROUP + " " + store);
    }

    @Test
    void aScopeThatNobodyIsGivenLeadsNowhere() {
        assertThat(new AzureEstate()
                        .with(AssetKind.DATA_STORE, resource("storage/storageaccounts/data"))
                        .assigned("/subscriptions/s", AzureEstate.CONTRIBUTOR)
                        .steps("AzureScopeContainsResource"))
                .isEmpty();
    }
}
