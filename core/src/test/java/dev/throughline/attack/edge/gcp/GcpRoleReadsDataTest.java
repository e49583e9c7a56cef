package dev.throughline.attack.edge.gcp;

import static dev.throughline.attack.edge.gcp.GcpEstate.PROJECT_NAME;
import static dev.throughline.attack.edge.gcp.GcpEstate.resource;
import static dev.throughline.attack.edge.gcp.GcpEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GcpRoleReadsDataTest {
    @Test
    void aRoleAtTheProjectLeadsToTheResourcesInIt() {
        AssetKey resource = resource("storage.googleapis.com/shop");

        assertThat(new GcpEstate()
                        .with(AssetKind.DATA_STORE, resource, Map.of("name", "shop"))
                        .bound(PROJECT_NAME, "roles/storage.objectViewer")
                        .bound(PROJECT_NAME, "roles/bigquery.dataViewer")
                        .steps("GcpRoleReadsData"))
                .containsExactly(role(PROJECT_NAME, "roles/storage.objectViewer") + " " + resource);
    }

    @Test
    void aRoleAtTheOrganizationIsInheritedAndOneAtAnotherProjectIsNot() {
        AssetKey resource = resource("storage.googleapis.com/shop");
        String organization = "//cloudresourcemanager.googleapis.com/organizations/9";

        assertThat(new GcpEstate()
                        .with(AssetKind.DATA_STORE, resource, Map.of("name", "shop"))
                        .bound(organization, "roles/storage.objectViewer")
                        .bound("//cloudresourcemanager.googleapis.com/projects/q", "roles/storage.objectViewer")
                        .steps("GcpRoleReadsData"))
                .containsExactly(role(organization, "roles/storage.objectViewer") + " " + resource);
    }
}
