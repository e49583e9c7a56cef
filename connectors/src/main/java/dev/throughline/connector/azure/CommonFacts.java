package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudAccount;
import dev.throughline.model.CloudResource;
import dev.throughline.model.Identity;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;

/** What every resource says: where it lies, and as which identities it acts. */
final class CommonFacts {
    private CommonFacts() {}

    static void read(Resource resource, FactSink sink) {
        if (!resource.type().startsWith("microsoft.authorization/")) {
            place(resource.id(), sink);
        }
        Fields identity = resource.fields().object("identity");
        String own = identity.text("principalId");
        if (own != null && !own.isEmpty()) {
            AssetKey principal = EntraKeys.object(own);
            sink.accept(new Identity(principal, resource.name(), "ManagedIdentity", null, null));
            sink.accept(new Relation(resource.key(), RelationType.RUNS_AS, principal));
        }
        Fields assigned = identity.object("userAssignedIdentities");
        for (String id : assigned.names()) {
            assigned(resource.key(), ArmId.key(id), assigned.object(id), sink);
        }
    }

    private static void assigned(AssetKey user, AssetKey identity, Fields ids, FactSink sink) {
        sink.accept(new Relation(user, RelationType.RUNS_AS, identity));
        String principal = ids.text("principalId");
        if (principal != null && !principal.isEmpty()) {
            sink.accept(new Relation(identity, RelationType.CAN_AUTHENTICATE_AS, EntraKeys.object(principal)));
        }
    }

    /** The chain from the resource up to its subscription or management group. */
    private static void place(String id, FactSink sink) {
        String child = id;
        for (String parent = ArmId.parent(child); parent != null; parent = ArmId.parent(child)) {
            AssetKey key = ArmId.key(parent);
            if (parent.startsWith("/subscriptions/") && ArmId.parent(parent) == null) {
                sink.accept(new CloudAccount(key, null, "azure"));
            } else if (!parent.contains("/providers/")) {
                sink.accept(new CloudResource(key, null, ArmId.type(parent), null));
            }
            sink.accept(new Relation(key, RelationType.CONTAINS, ArmId.key(child)));
            child = parent;
        }
    }
}
