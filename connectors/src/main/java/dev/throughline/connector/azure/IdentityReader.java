package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Identity;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.TrustPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Microsoft.ManagedIdentity/userAssignedIdentities} and the outside tokens they accept. */
final class IdentityReader {
    private IdentityReader() {}

    static void identity(Resource resource, FactSink sink) {
        sink.accept(new Identity(resource.key(), resource.name(), "ManagedIdentity", null, resource.tags()));
        String id = resource.properties().text("principalId");
        String client = resource.properties().text("clientId");
        if (id == null) {
            return;
        }
        AssetKey principal = EntraKeys.object(id);
        sink.accept(new Identity(principal, resource.name(), "ManagedIdentity", null, null));
        sink.accept(new Relation(resource.key(), RelationType.CAN_AUTHENTICATE_AS, principal));
        if (client != null) {
            sink.accept(new Relation(EntraKeys.client(client), RelationType.CAN_AUTHENTICATE_AS, principal));
        }
    }

    static void credential(Resource resource, FactSink sink) {
        AssetKey identity = ArmId.key(String.valueOf(ArmId.parent(resource.id())));
        trust(identity, resource.key(), resource.name(), resource.properties(), sink);
    }

    /** A federated credential: tokens of this issuer with exactly this subject are as good as the identity's own. */
    static void trust(AssetKey identity, AssetKey key, @Nullable String name, Fields credential, FactSink sink) {
        List<String> audiences = credential.strings("audiences");
        sink.accept(new TrustPolicy(
                key,
                name,
                credential.requiredText("issuer"),
                credential.text("subject"),
                audiences.isEmpty() ? null : String.join(",", audiences),
                null));
        sink.accept(new Relation(identity, RelationType.TRUSTS, key));
    }
}
