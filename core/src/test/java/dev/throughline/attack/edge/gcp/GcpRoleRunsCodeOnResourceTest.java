package dev.throughline.attack.edge.gcp;

import static dev.throughline.attack.edge.gcp.GcpEstate.PROJECT_NAME;
import static dev.throughline.attack.edge.gcp.GcpEstate.resource;
import static dev.throughline.attack.edge.gcp.GcpEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GcpRoleRunsCodeOnResourceTest {
    @Test
    void aRoleAtTheProjectLeadsToTheResourcesInIt() {
        AssetKey resource = resource("compute.googleapis.com/projects/p/zones/z/instances/i");

        assertThat(new GcpEstate()
                        .with(AssetKind.VIRTUAL_MACHINE, resource, Map.of("name", "i"))
                        .bound(PROJECT_NAME, "roles/compute.instanceAdmin.v1")
                        .bound(PROJECT_NAME, "roles/run.developer")
                        .steps("GcpRoleRunsCodeOnResource"))
                .containsExactly(role(PROJECT_NAME, "roles/compute.instanceAdmin.v1") + " " + resource);
    }

    @Test
    void aRoleAtTheOrganizationIsInheritedAndOneAtAnotherProjectIsNot() {
        AssetKey resource = resource("compute.googleapis.com/projects/p/zones/z/instances/i");
        String organization = "//cloudresourcemanager.googleapis.com/organizations/9";

        assertThat(new GcpEstate()
                        .with(AssetKind.VIRTUAL_MACHINE, resource, Map.of("name", "i"))
                        .bound(organization, "roles/compute.instanceAdmin.v1")
                        .bound("//cloudresourcemanager.googleapis.com/projects/q", "roles/compute.instanceAdmin.v1")
                        .steps("GcpRoleRunsCodeOnResource"))
                .containsExactly(role(organization, "roles/compute.instanceAdmin.v1") + " " + resource);
    }
}
