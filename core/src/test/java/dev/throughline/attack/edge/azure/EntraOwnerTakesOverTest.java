package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.PRINCIPAL;
import static dev.throughline.attack.edge.azure.AzureEstate.entra;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntraOwnerTakesOverTest {
    @Test
    void anOwnerTakesOverWhatItOwns() {
        AzureEstate estate = new AzureEstate();
        estate.facts.relation(PRINCIPAL, RelationType.HAS_ROLE, entra("app"), Map.of("scope", "owner"));

        assertThat(estate.steps("EntraOwnerTakesOver")).containsExactly(PRINCIPAL + " " + entra("app"));
    }
}
