package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.PRINCIPAL;
import static dev.throughline.attack.edge.azure.AzureEstate.entra;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntraMemberActsForGroupTest {
    @Test
    void aMemberActsForItsGroup() {
        AzureEstate estate = new AzureEstate();
        estate.facts
                .asset(AssetKind.IDENTITY_GROUP, entra("g"), Map.of("name", "admins"))
                .relation(PRINCIPAL, RelationType.MEMBER_OF, entra("g"));

        assertThat(estate.steps("EntraMemberActsForGroup")).containsExactly(PRINCIPAL + " " + entra("g"));
    }
}
