package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.PRINCIPAL;
import static dev.throughline.attack.edge.azure.AzureEstate.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import org.junit.jupiter.api.Test;

class AzureResourceUsesManagedIdentityTest {
    @Test
    void codeOnAResourceGetsTokensOfItsIdentities() {
        AssetKey machine = resource("compute/virtualmachines/vm");
        AzureEstate estate = new AzureEstate().with(AssetKind.VIRTUAL_MACHINE, machine);
        estate.facts.relation(machine, RelationType.RUNS_AS, PRINCIPAL);

        assertThat(estate.steps("AzureResourceUsesManagedIdentity")).containsExactly(machine + " " + PRINCIPAL);
    }
}
