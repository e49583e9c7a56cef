package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.directoryRole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import org.junit.jupiter.api.Test;

class EntraRoleGrantsRolesTest {
    @Test
    void whoeverMayAssignRolesOfTheDirectoryBecomesGlobalAdministrator() {
        AssetKey role = directoryRole("e8611ab8-c189-46e8-94e1-60213ab1f814");

        assertThat(new AzureEstate().directory(role).steps("EntraRoleGrantsRoles"))
                .containsExactly(role + " " + directoryRole("62e90394-69f5-4237-9190-012177145e10"));
    }

    @Test
    void permissionsOfMicrosoftGraphDoTheSame() {
        AssetKey permission = AzureEstate.entra("approles/06b708a9-e830-4db3-a914-8e69da51d44f");

        assertThat(new AzureEstate().directory(permission).steps("EntraRoleGrantsRoles"))
                .hasSize(1);
        assertThat(new AzureEstate()
                        .directory(AzureEstate.entra("approles/other"))
                        .steps("EntraRoleGrantsRoles"))
                .isEmpty();
    }
}
