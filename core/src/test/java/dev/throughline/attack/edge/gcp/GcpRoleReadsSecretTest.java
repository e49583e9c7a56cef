package dev.throughline.attack.edge.gcp;

import static dev.throughline.attack.edge.gcp.GcpEstate.PROJECT_NAME;
import static dev.throughline.attack.edge.gcp.GcpEstate.resource;
import static dev.throughline.attack.edge.gcp.GcpEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GcpRoleReadsSecretTest {
    @Test
    void aRoleAtTheProjectLeadsToTheResourcesInIt() {
        AssetKey resource = resource("secretmanager.googleapis.com/projects/p/secrets/s");

        assertThat(new GcpEstate()
                        .with(AssetKind.SECRET_STORE, resource, Map.of("name", "s"))
                        .bound(PROJECT_NAME, "roles/secretmanager.secretAccessor")
                        .bound(PROJECT_NAME, "roles/viewer")
                        .steps("GcpRoleReadsSecret"))
                .containsExactly(role(PROJECT_NAME, "roles/secretmanager.secretAccessor") + " " + resource);
    }

    @Test
    void aRoleAtTheOrganizationIsInheritedAndOneAtAnotherProjectIsNot() {
        AssetKey resource = resource("secretmanager.googleapis.com/projects/p/secrets/s");
        String organization = "//cloudresourcemanager.googleapis.com/organizations/9";

        assertThat(new GcpEstate()
                        .with(AssetKind.SECRET_STORE, resource, Map.of("name", "s"))
                        .bound(organization, "roles/secretmanager.secretAccessor")
                        .bound("//cloudresourcemanager.googleapis.com/projects/q", "roles/secretmanager.secretAccessor")
                        .steps("GcpRoleReadsSecret"))
                .containsExactly(role(organization, "roles/secretmanager.secretAccessor") + " " + resource);
    }
}
