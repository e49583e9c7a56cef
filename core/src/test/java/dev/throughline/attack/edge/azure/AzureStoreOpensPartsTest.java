package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import org.junit.jupiter.api.Test;

class AzureStoreOpensPartsTest {
    @Test
    void anAccountLeadsToItsContainersAndAServerToItsDatabases() {
        AssetKey account = resource("storage/storageaccounts/data");
        AssetKey container = new AssetKey(account.text() + "/blobservices/default/containers/web");
        AssetKey server = resource("sql/servers/db");
        AssetKey database = new AssetKey(server.text() + "/databases/shop");

        assertThat(new AzureEstate()
                        .with(AssetKind.DATA_STORE, account)
                        .with(AssetKind.DATA_STORE, container)
                        .with(AssetKind.DATA_STORE, server)
                        .with(AssetKind.DATA_STORE, database)
                        .with(AssetKind.DATA_STORE, resource("storage/storageaccounts/data2"))
                        .steps("AzureStoreOpensParts"))
                .containsExactlyInAnyOrder(account + " " + container, server + " " + database);
    }
}
