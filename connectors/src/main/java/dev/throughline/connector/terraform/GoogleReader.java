package dev.throughline.connector.terraform;

import dev.throughline.connector.gcp.GcpResources;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resources of the provider {@code google}, known by their full resource name. */
final class GoogleReader implements ResourceReader {
    @Override
    public @Nullable AssetKey read(ManagedResource resource, FactSink sink) {
        if (resource.type().startsWith("google_service_account_iam_")) {
            trusts(resource, sink);
            return null;
        }
        String name = GoogleNames.of(resource);
        if (name == null) {
            return null;
        }
        Answer asset = GoogleAssets.of(resource, tags(resource)).put("name", name);
        GcpResources.read(asset.at(resource.values()), sink);
        return GcpResources.key(name);
    }

    /** Who may act as a service account: one member, or all of a role. A policy is written whole, as JSON. */
    private static void trusts(ManagedResource resource, FactSink sink) {
        String account = resource.text("service_account_id");
        String role = resource.text("role");
        if (account == null || role == null || account.indexOf('@') < 0) {
            return;
        }
        String email = account.substring(account.lastIndexOf('/') + 1);
        Fields values = resource.values();
        String member = resource.text("member");
        List<String> members = member == null ? values.strings("members") : List.of(member);
        members.forEach(who -> GcpResources.trust(email, role, who, sink));
    }

    @Override
    public @Nullable Map<String, String> tags(ManagedResource resource) {
        return resource.tags("effective_labels", "terraform_labels", "labels");
    }
}
