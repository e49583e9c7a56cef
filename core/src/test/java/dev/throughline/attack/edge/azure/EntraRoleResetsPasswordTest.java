package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.directoryRole;
import static dev.throughline.attack.edge.azure.AzureEstate.entra;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntraRoleResetsPasswordTest {
    @Test
    void usersWithRolesNeedAStrongerRole() {
        AssetKey helpdesk = directoryRole("729827e3-9c14-49f7-bb1b-9608f156bbb8");
        AssetKey administrator = directoryRole("62e90394-69f5-4237-9190-012177145e10");
        AzureEstate estate = new AzureEstate().directory(helpdesk).directory(administrator);
        estate.facts
                .asset(AssetKind.IDENTITY, entra("u"), Map.of("type", "User"))
                .asset(AssetKind.IDENTITY, entra("admin"), Map.of("type", "User"))
                .relation(entra("admin"), RelationType.HAS_ROLE, helpdesk);

        assertThat(estate.steps("EntraRoleResetsPassword"))
                .containsExactlyInAnyOrder(
                        helpdesk + " " + entra("u"),
                        administrator + " " + entra("u"),
                        administrator + " " + entra("admin"));
    }

    @Test
    void membersOfGroupsThatMayHoldRolesNeedAStrongerRole() {
        AssetKey passwords = directoryRole("966707d0-3269-4727-9be2-8c3a10f19b9d");
        AzureEstate estate = new AzureEstate().directory(passwords);
        estate.facts
                .asset(AssetKind.IDENTITY, entra("u"), Map.of("type", "User"))
                .asset(AssetKind.IDENTITY, entra("operator"), Map.of("type", "User"))
                .asset(AssetKind.IDENTITY_GROUP, entra("plain"), Map.of("name", "plain"))
                .asset(AssetKind.IDENTITY_GROUP, entra("roles"), Map.of("tags", List.of("isAssignableToRole=true")))
                .relation(entra("u"), RelationType.MEMBER_OF, entra("plain"))
                .relation(entra("operator"), RelationType.MEMBER_OF, entra("roles"));

        assertThat(estate.steps("EntraRoleResetsPassword")).containsExactly(passwords + " " + entra("u"));
    }
}
