package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.CONTRIBUTOR;
import static dev.throughline.attack.edge.azure.AzureEstate.GROUP;
import static dev.throughline.attack.edge.azure.AzureEstate.OWNER;
import static dev.throughline.attack.edge.azure.AzureEstate.SUBSCRIPTION;
import static dev.throughline.attack.edge.azure.AzureEstate.resource;
import static dev.throughline.attack.edge.azure.AzureEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.List;
import java.util.Map;
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

    private static AzureEstate owner(String... statements) {
        AzureEstate estate = new AzureEstate()
                .with(AssetKind.VIRTUAL_MACHINE, resource("compute/virtualmachines/vm"))
                .assigned("/subscriptions/s", OWNER);
        estate.facts.asset(
                AssetKind.CLOUD_POLICY,
                new AssetKey("cloud:/subscriptions/s/providers/microsoft.authorization/denyassignments/d"),
                Map.of("type", "deny-assignment", "statements", List.of(statements)));
        return estate;
    }

    private static String denied(String actions, String more) {
        return "deny action=" + actions + " resource=/subscriptions/s,/subscriptions/s/* principal=*" + more;
    }

    @Test
    void aDenialTakesTheScopeAndLeavesWhatElseTheRoleAllows() {
        AzureEstate owner = owner(denied("Microsoft.Authorization/*", ""));

        assertThat(owner.steps("AzureRoleGrantsScope")).isEmpty();
        assertThat(owner.steps("AzureScopeContainsResource")).isEmpty();
        assertThat(owner.steps("AzureRoleRunsCommandOnMachine")).hasSize(1);
    }

    @Test
    void aDenialThatLeavesAWayToGiveRolesTakesNothing() {
        assertThat(owner(denied("Microsoft.Authorization/roleAssignments/write", ""))
                        .steps("AzureRoleGrantsScope"))
                .as("requests of privileged identity management are left")
                .hasSize(1);
        assertThat(owner("deny action=* resource=/subscriptions/s principal=*").steps("AzureRoleGrantsScope"))
                .as("roles can be assigned below")
                .hasSize(1);
    }

    @Test
    void aDenialUnderAConditionIsToldAndTakesNothing() {
        assertThat(owner(denied("*", " when=azure,condition,x")).facts.steps("AzureRoleGrantsScope"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.probability()).isEqualTo(Likelihood.EASY.probability());
                    assertThat(step.evidence().statement()).contains("unless the condition of a deny assignment");
                });
        assertThat(owner(denied("data:*", " when=azure,condition,x")).facts.steps("AzureRoleGrantsScope"))
                .singleElement()
                .satisfies(step -> assertThat(step.probability()).isEqualTo(Likelihood.TRIVIAL.probability()));
    }
}
