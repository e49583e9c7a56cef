package dev.throughline.attack.edge.gcp;

import static dev.throughline.attack.edge.gcp.GcpEstate.ORGANIZATION;
import static dev.throughline.attack.edge.gcp.GcpEstate.PROJECT;
import static dev.throughline.attack.edge.gcp.GcpEstate.PROJECT_NAME;
import static dev.throughline.attack.edge.gcp.GcpEstate.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GcpScopeContainsResourceTest {
    @Test
    void aGivenPlaceLeadsToWhatLiesBelowItOnceHoweverManyHoldTheRole() {
        AssetKey bucket = resource("storage.googleapis.com/shop");
        String organization = "//cloudresourcemanager.googleapis.com/organizations/9";
        GcpEstate estate = new GcpEstate()
                .with(AssetKind.DATA_STORE, bucket, Map.of("name", "shop"))
                .bound(organization, "roles/resourcemanager.organizationAdmin")
                .bound(PROJECT_NAME, "roles/owner");

        assertThat(estate.steps("GcpScopeContainsResource"))
                .containsExactlyInAnyOrder(ORGANIZATION + " " + PROJECT, PROJECT + " " + bucket);
    }

    @Test
    void aPlaceThatNobodyIsGivenLeadsNowhere() {
        assertThat(new GcpEstate().bound(PROJECT_NAME, "roles/editor").steps("GcpScopeContainsResource"))
                .isEmpty();
    }
}
