package dev.throughline.connector.gcp;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudRole;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The bindings of an IAM policy. The target of each is the role as it stands at the resource, {@code
 * <resource>/bindings/<role>}, which many principals may hold. That anybody holds a role is told of the resource itself.
 */
final class Bindings {
    static final Set<String> EVERYBODY = Set.of("allUsers", "allAuthenticatedUsers");

    private static final String FEDERATED = "/workloadIdentityPools/";

    private Bindings() {}

    static void read(CloudAsset asset, FactSink sink) {
        for (Fields binding : asset.policy().list("bindings")) {
            String role = binding.requiredText("role");
            AssetKey held = AssetKey.of(AssetKind.CLOUD_ROLE, asset.name() + "/bindings/" + role);
            sink.accept(new CloudRole(held, role, null, null));
            Map<String, String> terms =
                    new TreeMap<>(Map.of("scope", asset.key().text()));
            String condition = binding.object("condition").text("expression");
            if (condition != null && !condition.isBlank()) {
                terms.put("condition", condition.strip());
            }
            for (String member : binding.strings("members")) {
                if (!EVERYBODY.contains(member) && !member.startsWith("deleted:")) {
                    sink.accept(new Relation(Names.member(member), RelationType.HAS_ROLE, held, terms));
                    trust(ServiceAccounts.principal(asset), role, member, sink);
                }
            }
        }
    }

    /** Principals of a workload identity pool that may act as a service account are tokens of somebody else's. */
    static void trust(AssetKey account, String role, String member, FactSink sink) {
        int pool = member.startsWith("principal") ? member.indexOf(FEDERATED) : -1;
        if (pool < 0 || !role.equals("roles/iam.workloadIdentityUser")) {
            return;
        }
        int end = member.indexOf('/', pool + FEDERATED.length());
        String name = member.substring(member.indexOf("//"), end < 0 ? member.length() : end);
        sink.accept(new Relation(account, RelationType.TRUSTS, Names.key(name), Map.of("subject", member)));
    }
}
