package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.CONTRIBUTOR;
import static dev.throughline.attack.edge.azure.AzureEstate.GROUP;
import static dev.throughline.attack.edge.azure.AzureEstate.OWNER;
import static dev.throughline.attack.edge.azure.AzureEstate.SUBSCRIPTION;
import static dev.throughline.attack.edge.azure.AzureEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AzureRoleGrantsScopeTest {
    @Test
    void whoeverMayAssignRolesHasTheScope() {
        assertThat(new AzureEstate()
                        .assigned("/subscriptions/s", OWNER)
                        .assigned("/subscriptions/s", CONTRIBUTOR)
                        .assigned("/subscriptions/s/resourcegroups/g", OWNER)
                        .steps("AzureRoleGrantsScope"))
                .containsExactlyInAnyOrder(
                        role("/subscriptions/s", OWNER) + " " + SUBSCRIPTION,
                        role("/subscriptions/s/resourcegroups/g", OWNER) + " " + GROUP);
    }
}
