package dev.throughline.connector.azure;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.DataStore;

/** {@code Microsoft.Storage/storageAccounts} and their containers of blobs. */
final class StorageReader {
    private StorageReader() {}

    static void account(Resource resource, FactSink sink) {
        Fields properties = resource.properties();
        boolean refused = Boolean.FALSE.equals(properties.bool("allowBlobPublicAccess"));
        sink.accept(new DataStore(
                resource.key(),
                resource.name(),
                resource.type(),
                refused ? Boolean.FALSE : null, // where it is allowed, each container decides
                true,
                resource.publicNetwork(),
                OpenRanges.of(
                        properties.object(properties.has("networkAcls") ? "networkAcls" : "networkRuleSet"), "value"),
                resource.tags()));
    }

    static void container(Resource resource, FactSink sink) {
        String access = resource.properties().text("publicAccess");
        sink.accept(new DataStore(
                resource.key(),
                resource.name(),
                resource.type(),
                access == null ? null : !access.equalsIgnoreCase("None"),
                true,
                null,
                null,
                resource.tags()));
    }
}
