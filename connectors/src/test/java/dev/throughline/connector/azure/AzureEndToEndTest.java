package dev.throughline.connector.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackStep;
import dev.throughline.connector.CloudEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files of Azure to an attack path: internet → container app → managed identity → role → store. */
final class AzureEndToEndTest {
    private static final String GROUP = "/subscriptions/S/resourceGroups/Shop";
    private static final String PROVIDERS = "cloud:/subscriptions/s/resourcegroups/shop/providers/";

    @TempDir
    private Path folder;

    @Test
    void anExposedContainerAppLeadsThroughItsIdentityToTheStoreThatItsRoleReads() throws IOException {
        Path azure = Files.createDirectory(folder.resolve("azure"));
        Files.writeString(azure.resolve("resources.json"), """
            {"data": [
              {"id": "%1$s/providers/Microsoft.App/managedEnvironments/env", "type": "microsoft.app/managedenvironments",
               "name": "env", "properties": {"vnetConfiguration": null}},
              {"id": "%1$s/providers/Microsoft.App/containerApps/Api", "type": "microsoft.app/containerapps", "name": "Api",
               "identity": {"type": "SystemAssigned", "principalId": "P-1"}, "properties": {
                 "managedEnvironmentId": "%1$s/providers/Microsoft.App/managedEnvironments/env",
                 "configuration": {"ingress": {"external": true, "targetPort": 8080}},
                 "template": {"containers": [{"image": "registry.example/api@%2$s"}]}}},
              {"id": "%1$s/providers/Microsoft.Storage/storageAccounts/cards", "type": "microsoft.storage/storageaccounts",
               "name": "cards", "properties": {"allowBlobPublicAccess": false}}],
             "resultTruncated": "false"}\
            """.formatted(GROUP, CloudEstate.DIGEST));
        Files.writeString(azure.resolve("role-assignments.json"), """
            [{"id": "%s/providers/Microsoft.Authorization/roleAssignments/r", "type": "Microsoft.Authorization/roleAssignments",
              "principalId": "p-1", "principalType": "ServicePrincipal", "scope": "%s",
              "roleDefinitionName": "Storage Blob Data Reader", "roleDefinitionId":
              "/subscriptions/S/providers/Microsoft.Authorization/roleDefinitions/2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"}]\
            """.formatted(GROUP, GROUP));

        List<AttackPath> paths = new CloudEstate(folder)
                .pathsTo(PROVIDERS + "microsoft.storage/storageaccounts/cards", AzureConnector.files(azure));

        assertThat(paths).isNotEmpty();
        assertThat(paths.get(0).steps())
                .extracting(AttackStep::edge)
                .endsWith("AzureResourceUsesManagedIdentity", "AzurePrincipalHoldsRole", "AzureRoleReadsData");
        assertThat(paths.get(0).steps())
                .extracting(step -> step.to().text())
                .containsExactly(
                        PROVIDERS + "microsoft.app/containerapps/api",
                        "cloud:entra/p-1",
                        "cloud:/subscriptions/s/resourcegroups/shop/providers/microsoft.authorization/roledefinitions/"
                                + "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1",
                        PROVIDERS + "microsoft.storage/storageaccounts/cards");
    }
}
