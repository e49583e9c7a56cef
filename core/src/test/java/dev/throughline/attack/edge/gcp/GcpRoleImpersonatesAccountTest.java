package dev.throughline.attack.edge.gcp;

import static dev.throughline.attack.edge.gcp.GcpEstate.PROJECT_NAME;
import static dev.throughline.attack.edge.gcp.GcpEstate.resource;
import static dev.throughline.attack.edge.gcp.GcpEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GcpRoleImpersonatesAccountTest {
    @Test
    void aRoleAtTheProjectLeadsToTheResourcesInIt() {
        AssetKey resource = resource("iam.googleapis.com/projects/p/serviceAccounts/1");

        assertThat(new GcpEstate()
                        .with(AssetKind.IDENTITY, resource, Map.of("type", "ServiceAccount"))
                        .bound(PROJECT_NAME, "roles/iam.serviceAccountTokenCreator")
                        .bound(PROJECT_NAME, "roles/browser")
                        .steps("GcpRoleImpersonatesAccount"))
                .containsExactly(role(PROJECT_NAME, "roles/iam.serviceAccountTokenCreator") + " " + resource);
    }

    @Test
    void aRoleAtTheOrganizationIsInheritedAndOneAtAnotherProjectIsNot() {
        AssetKey resource = resource("iam.googleapis.com/projects/p/serviceAccounts/1");
        String organization = "//cloudresourcemanager.googleapis.com/organizations/9";

        assertThat(new GcpEstate()
                        .with(AssetKind.IDENTITY, resource, Map.of("type", "ServiceAccount"))
                        .bound(organization, "roles/iam.serviceAccountTokenCreator")
                        .bound(
                                "//cloudresourcemanager.googleapis.com/projects/q",
                                "roles/iam.serviceAccountTokenCreator")
                        .steps("GcpRoleImpersonatesAccount"))
                .containsExactly(role(organization, "roles/iam.serviceAccountTokenCreator") + " " + resource);
    }

    @Test
    void actingAsIsLessThanTakingTokens() {
        GcpEstate estate = new GcpEstate()
                .with(
                        AssetKind.IDENTITY,
                        resource("iam.googleapis.com/projects/p/serviceAccounts/1"),
                        Map.of("type", "ServiceAccount"))
                .bound(PROJECT_NAME, "roles/iam.serviceAccountUser");

        assertThat(estate.facts.steps("GcpRoleImpersonatesAccount").get(0).probability())
                .isEqualTo(0.5);
    }
}
