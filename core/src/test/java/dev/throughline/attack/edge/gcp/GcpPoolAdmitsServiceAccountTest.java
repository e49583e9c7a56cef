package dev.throughline.attack.edge.gcp;

import static dev.throughline.attack.edge.gcp.GcpEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import org.junit.jupiter.api.Test;

class GcpPoolAdmitsServiceAccountTest {
    @Test
    void aServiceAccountOfKubernetesIsAMemberOfThePoolOfItsProject() {
        AssetKey member = new AssetKey("cloud:serviceAccount:p.svc.id.goog[shop/api]");
        GcpEstate estate = new GcpEstate();
        estate.facts
                .account("api")
                .account("web")
                .relation(member, RelationType.HAS_ROLE, role("//storage.googleapis.com/shop", "roles/storage.admin"));

        assertThat(estate.steps("GcpPoolAdmitsServiceAccount"))
                .containsExactly(Estate.inShop(AssetKind.SERVICE_ACCOUNT, "api") + " " + member);
    }
}
