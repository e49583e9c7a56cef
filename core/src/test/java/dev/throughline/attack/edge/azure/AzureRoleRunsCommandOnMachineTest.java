package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.READER;
import static dev.throughline.attack.edge.azure.AzureEstate.resource;
import static dev.throughline.attack.edge.azure.AzureEstate.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import org.junit.jupiter.api.Test;

class AzureRoleRunsCommandOnMachineTest {
    @Test
    void aRoleLeadsToTheResourcesBelowItsScopeThatItsActionsGive() {
        AssetKey resource = resource("compute/virtualmachines/vm");

        assertThat(new AzureEstate()
                        .with(AssetKind.VIRTUAL_MACHINE, resource)
                        .defined("c", "Microsoft.Compute/virtualMachines/runCommand/action")
                        .assigned("/subscriptions/s/resourcegroups/g", "c")
                        .steps("AzureRoleRunsCommandOnMachine"))
                .containsExactly(role("/subscriptions/s/resourcegroups/g", "c") + " " + resource);
    }

    @Test
    void otherRolesAndScopesLeadNowhere() {
        assertThat(new AzureEstate()
                        .with(AssetKind.VIRTUAL_MACHINE, resource("compute/virtualmachines/vm"))
                        .defined("c", "Microsoft.Compute/virtualMachines/runCommand/action")
                        .assigned("/subscriptions/s/resourcegroups/other", "c")
                        .assigned("/subscriptions/s", READER)
                        .steps("AzureRoleRunsCommandOnMachine"))
                .isEmpty();
    }

    @Test
    void aContributorOfTheSubscriptionRunsCommandsOnItsMachines() {
        AssetKey machine = resource("compute/virtualmachines/vm");

        assertThat(new AzureEstate()
                        .with(AssetKind.VIRTUAL_MACHINE, machine)
                        .assigned("/subscriptions/s", AzureEstate.CONTRIBUTOR)
                        .steps("AzureRoleRunsCommandOnMachine"))
                .containsExactly(role("/subscriptions/s", AzureEstate.CONTRIBUTOR) + " " + machine);
    }

    @Test
    void aManagementGroupHoldsTheMachinesOfItsSubscriptions() {
        AssetKey machine = resource("compute/virtualmachines/vm");
        String scope = "/providers/microsoft.management/managementgroups/root";
        AzureEstate estate =
                new AzureEstate().with(AssetKind.VIRTUAL_MACHINE, machine).assigned(scope, AzureEstate.CONTRIBUTOR);
        estate.facts.relation(new AssetKey("cloud:" + scope), RelationType.CONTAINS, AzureEstate.SUBSCRIPTION);

        assertThat(estate.steps("AzureRoleRunsCommandOnMachine"))
                .containsExactly(role(scope, AzureEstate.CONTRIBUTOR) + " " + machine);
    }
}
