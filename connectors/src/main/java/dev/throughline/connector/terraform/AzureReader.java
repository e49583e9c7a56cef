package dev.throughline.connector.terraform;

import dev.throughline.connector.azure.AzureResources;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resources of the provider {@code azurerm}, known by their id of Azure Resource Manager. */
final class AzureReader implements ResourceReader {
    @Override
    public @Nullable AssetKey read(ManagedResource resource, FactSink sink) {
        String id = id(resource);
        if (id == null) {
            return null;
        }
        Answer record = new Answer()
                .put("id", id)
                .copy(resource.values(), "name", "tags")
                .put("identity", identity(resource.block("identity")));
        Answer properties = AzureProperties.of(resource);
        if (properties == null) {
            AzureResources.describe(record.at(resource.values()), sink);
        } else {
            AzureProperties.kind(resource, record);
            AzureResources.read(record.put("properties", properties).at(resource.values()), sink);
        }
        return AzureResources.key(id);
    }

    /** Ids that join two others, or end with an object of the directory, are Terraform's own; a subscription is an account. */
    private static @Nullable String id(ManagedResource resource) {
        String id = resource.text(resource.values().has("resource_manager_id") ? "resource_manager_id" : "id");
        boolean isArm = id != null
                && id.startsWith("/")
                && id.indexOf('|') < 0
                && !resource.type().equals("azurerm_subscription")
                && !resource.type().endsWith("_association")
                && !resource.type().endsWith("_access_policy");
        return isArm ? id : null;
    }

    private static Answer identity(Fields block) {
        Answer ids = new Answer();
        block.strings("identity_ids").forEach(id -> ids.put(id, new Answer()));
        return new Answer().copy(block, "principal_id=principalId").put("userAssignedIdentities", ids);
    }

    @Override
    public @Nullable Map<String, String> tags(ManagedResource resource) {
        return resource.tags("tags");
    }
}
