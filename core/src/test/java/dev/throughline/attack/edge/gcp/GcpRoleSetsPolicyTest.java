package dev.throughline.attack.edge.gcp;

import static dev.throughline.attack.edge.gcp.GcpEstate.PROJECT;
import static dev.throughline.attack.edge.gcp.GcpEstate.PROJECT_NAME;
import static dev.throughline.attack.edge.gcp.GcpEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GcpRoleSetsPolicyTest {
    @Test
    void whoeverSetsThePolicyOfAPlaceHasIt() {
        assertThat(new GcpEstate()
                        .bound(PROJECT_NAME, "roles/owner")
                        .bound(PROJECT_NAME, "roles/editor")
                        .bound("//storage.googleapis.com/shop", "roles/owner")
                        .steps("GcpRoleSetsPolicy"))
                .containsExactly(role(PROJECT_NAME, "roles/owner") + " " + PROJECT);
    }
}
