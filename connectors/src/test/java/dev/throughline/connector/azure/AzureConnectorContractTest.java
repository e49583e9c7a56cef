package dev.throughline.connector.azure;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.fact.Connector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class AzureConnectorContractTest extends ConnectorContract {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("resources.json"), """
            {"data": [
              {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.App/containerApps/api",
               "type": "microsoft.app/containerapps", "name": "api", "properties": {"configuration": {
                 "secrets": [{"name": "db", "value": "%1$s"}], "ingress": {"external": true}},
                 "template": {"containers": [{"image": "shop.azurecr.io/api:1", "env": [{"name": "x", "value": "%1$s"}]}]}}},
              {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Web/sites/shop",
               "type": "microsoft.web/sites", "kind": "app", "properties": {"siteConfig": {
                 "appSettings": [{"name": "x", "value": "%1$s"}], "ipSecurityRestrictions": []}}}],
             "resultTruncated": "false"}\
            """.formatted(CANARY));
        Files.writeString(folder.resolve("applications.json"), """
            {"value": [{"id": "a", "appId": "c", "displayName": "ci",
              "passwordCredentials": [{"secretText": "%s"}]}]}\
            """.formatted(CANARY));
    }

    @Override
    protected Connector connector() {
        return AzureConnector.files(folder).named("contract");
    }
}
