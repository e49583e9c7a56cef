package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.directoryRole;
import static dev.throughline.attack.edge.azure.AzureEstate.entra;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntraRoleAddsMemberTest {
    @Test
    void groupsThatMayHoldRolesNeedAStrongerRole() {
        AssetKey groups = directoryRole("fdd7a751-b60b-444a-984c-02652fe8fa1c");
        AssetKey administrator = directoryRole("62e90394-69f5-4237-9190-012177145e10");
        AzureEstate estate = new AzureEstate().directory(groups).directory(administrator);
        estate.facts
                .asset(AssetKind.IDENTITY_GROUP, entra("plain"), Map.of("name", "plain"))
                .asset(AssetKind.IDENTITY_GROUP, entra("roles"), Map.of("tags", List.of("isAssignableToRole=true")));

        assertThat(estate.steps("EntraRoleAddsMember"))
                .containsExactlyInAnyOrder(
                        groups + " " + entra("plain"),
                        administrator + " " + entra("plain"),
                        administrator + " " + entra("roles"));
    }
}
