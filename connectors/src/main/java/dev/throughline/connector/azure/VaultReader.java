package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudResource;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SecretStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code Microsoft.KeyVault/vaults}. A vault obeys either its access policies or roles; one that obeys its policies contains
 * an asset that stands for them.
 */
final class VaultReader {
    private VaultReader() {}

    static void read(Resource resource, FactSink sink) {
        Fields properties = resource.properties();
        sink.accept(new SecretStore(
                resource.key(),
                resource.name(),
                resource.type(),
                resource.publicNetwork(),
                OpenRanges.of(properties.object("networkAcls"), "value"),
                resource.tags()));
        boolean obeysRoles = Boolean.TRUE.equals(properties.bool("enableRbacAuthorization"));
        if (obeysRoles || !properties.has("accessPolicies")) {
            return;
        }
        AssetKey policies = ArmId.key(resource.id() + "/accesspolicies");
        sink.accept(new CloudResource(policies, "access policies", resource.type() + "/accesspolicies", null));
        sink.accept(new Relation(resource.key(), RelationType.CONTAINS, policies));
        for (Fields policy : properties.list("accessPolicies")) {
            List<String> granted = granted(policy.object("permissions"));
            if (!granted.isEmpty()) {
                sink.accept(new Relation(
                        EntraKeys.object(policy.requiredText("objectId")),
                        RelationType.CAN_AUTHENTICATE_TO,
                        resource.key(),
                        Map.of("reason", "access policy: " + String.join(", ", granted))));
            }
        }
    }

    /** The verbs that give what is in the vault. */
    private static List<String> granted(Fields permissions) {
        List<String> granted = new ArrayList<>();
        for (String kind : List.of("secrets", "keys", "certificates")) {
            for (String verb : permissions.strings(kind)) {
                String lower = verb.toLowerCase(Locale.ROOT);
                boolean uses = lower.equals("all")
                        || (kind.equals("keys")
                                ? List.of("decrypt", "unwrapkey", "sign").contains(lower)
                                : lower.equals("get"));
                if (uses) {
                    granted.add(kind + "/" + lower);
                }
            }
        }
        return granted.stream().sorted().toList();
    }
}
