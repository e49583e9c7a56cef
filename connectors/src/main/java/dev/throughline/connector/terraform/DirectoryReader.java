package dev.throughline.connector.terraform;

import dev.throughline.connector.azure.AzureResources;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applications, service principals and federated credentials of the provider {@code azuread}, known by their object id. */
final class DirectoryReader implements ResourceReader {
    private static final Map<String, String> TYPES = Map.of(
            "azuread_application", "#microsoft.graph.application",
            "azuread_application_registration", "#microsoft.graph.application",
            "azuread_service_principal", "#microsoft.graph.servicePrincipal");

    @Override
    public @Nullable AssetKey read(ManagedResource resource, FactSink sink) {
        if (resource.type().equals("azuread_application_federated_identity_credential")) {
            credential(resource, sink);
            return null;
        }
        String type = TYPES.get(resource.type());
        String id = resource.text("object_id");
        if (type == null || id == null) {
            return null;
        }
        Answer object = new Answer()
                .put("@odata.type", type)
                .put("id", id)
                .copy(resource.values(), "display_name=displayName")
                .put("appId", client(resource));
        AzureResources.read(object.at(resource.values()), sink);
        return AzureResources.object(id);
    }

    /** Named {@code application_id} before version 3 of the provider. */
    private static @Nullable String client(ManagedResource resource) {
        return resource.text(resource.values().has("client_id") ? "client_id" : "application_id");
    }

    /** The application is named by its object id, since version 3 of the provider behind {@code /applications/}. */
    private static void credential(ManagedResource resource, FactSink sink) {
        String application =
                resource.text(resource.values().has("application_id") ? "application_id" : "application_object_id");
        String id = resource.text("credential_id");
        if (application == null || id == null) {
            return;
        }
        Answer credential = new Answer()
                .put("id", id)
                .copy(resource.values(), "display_name=name", "issuer", "subject", "audiences");
        Answer object = new Answer()
                .put("@odata.type", "#microsoft.graph.application")
                .put("id", application.substring(application.lastIndexOf('/') + 1))
                .list("federatedIdentityCredentials", List.of(credential));
        AzureResources.read(object.at(resource.values()), sink);
    }

    @Override
    public @Nullable Map<String, String> tags(ManagedResource resource) {
        return null;
    }
}
