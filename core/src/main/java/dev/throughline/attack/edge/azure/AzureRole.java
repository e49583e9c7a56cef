package dev.throughline.attack.edge.azure;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudAccount;
import dev.throughline.model.CloudRole;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A role as it stands at a scope. However many principals hold it, what it leads to is derived once.
 *
 * @param key its key, {@code cloud:<scope>/providers/microsoft.authorization/roledefinitions/<id>}
 * @param name name of the role; its id if it is not known
 * @param scope key of the scope
 * @param permissions what it allows
 */
record AzureRole(AssetKey key, String name, AssetKey scope, Permissions permissions) {
    private static final String DEFINITION = "/providers/microsoft.authorization/roledefinitions/";
    private static final String ACCOUNT = "cloudaccount:azure/";
    private static final String SUBSCRIPTIONS = "cloud:/subscriptions/";
    private static final String GRANT = "Microsoft.Authorization/roleAssignments/write";

    /** What gives roles: at once, or by requests of privileged identity management. */
    private static final List<String> GRANTS = List.of(
            GRANT,
            "Microsoft.Authorization/roleAssignmentScheduleRequests/write",
            "Microsoft.Authorization/roleEligibilityScheduleRequests/write");

    private static final Map<String, Table.Row> BUILT_IN = Table.read("roles.tsv");

    /** The roles that somebody holds or may activate, and whose permissions are known. */
    static Stream<AzureRole> of(RiskGraph graph) {
        return graph.assets(CloudRole.class)
                .filter(role -> role.key().text().contains(DEFINITION))
                .filter(role -> !EntraRoles.takers(graph, role.key()).isEmpty())
                .flatMap(role -> of(graph, role));
    }

    private static Stream<AzureRole> of(RiskGraph graph, CloudRole role) {
        String text = role.key().value();
        String id = text.substring(text.lastIndexOf('/') + 1);
        String scope = text.substring(0, text.lastIndexOf(DEFINITION));
        CloudRole read = graph.find(AssetKey.of(AssetKind.CLOUD_ROLE, DEFINITION + id), CloudRole.class)
                .orElse(role);
        Table.Row known = BUILT_IN.get(id);
        List<String> patterns = read.permissions() != null ? read.permissions() : known == null ? null : known.words();
        if (patterns == null) {
            return Stream.empty();
        }
        String name = read.name() != null ? read.name() : known == null ? id : known.name();
        return Stream.of(new AzureRole(role.key(), name, key(scope), new Permissions(patterns)));
    }

    /** The key of a scope: that of a subscription, or of what is in it or above it. */
    static AssetKey key(String scope) {
        String rest = scope.startsWith("/subscriptions/") ? scope.substring("/subscriptions/".length()) : "/";
        return rest.indexOf('/') < 0
                ? AssetKey.of(AssetKind.CLOUD_ACCOUNT, "azure/" + rest)
                : AssetKey.of(AssetKind.CLOUD_RESOURCE, scope.isEmpty() ? "/" : scope);
    }

    /** Whether its holder can give any role at the scope to anybody. */
    boolean grantsRoles() {
        return permissions.allow(GRANT);
    }

    /** Those of its actions that give roles. */
    List<String> grants() {
        return GRANTS.stream().filter(permissions::allow).toList();
    }

    /** How keys begin that are below the scope. */
    Set<String> prefixes(RiskGraph graph) {
        return prefixes(graph, scope);
    }

    /** How keys begin that are below a scope; a management group holds its subscriptions only by relation. */
    static Set<String> prefixes(RiskGraph graph, AssetKey scope) {
        if (scope.value().equals("/")) {
            return Set.of(SUBSCRIPTIONS.substring(0, SUBSCRIPTIONS.length() - 1));
        }
        Set<String> prefixes = new HashSet<>();
        for (AssetKey place : below(graph, scope)) {
            prefixes.add(prefix(place));
        }
        return prefixes;
    }

    /** How the key of what lies in a scope begins, by its address. */
    static String prefix(AssetKey scope) {
        return scope.text().startsWith(ACCOUNT)
                ? SUBSCRIPTIONS + scope.text().substring(ACCOUNT.length())
                : scope.text();
    }

    /** The scope, and the subscriptions of the management groups in it. */
    Set<AssetKey> below(RiskGraph graph) {
        return below(graph, scope);
    }

    private static Set<AssetKey> below(RiskGraph graph, AssetKey scope) {
        Set<AssetKey> found = new HashSet<>(Set.of(scope));
        List<AssetKey> open = new ArrayList<>(found);
        while (!open.isEmpty()) {
            AssetKey next = open.remove(open.size() - 1);
            if (!next.text().contains("/microsoft.management/managementgroups/")) {
                continue;
            }
            for (Relation held : graph.outgoing(next, RelationType.CONTAINS)) {
                if (found.add(held.to())) {
                    open.add(held.to());
                }
            }
        }
        return found;
    }

    /** The subscriptions that were read. */
    static List<AssetKey> subscriptions(RiskGraph graph) {
        return graph.assets(CloudAccount.class)
                .map(CloudAccount::key)
                .filter(key -> key.text().startsWith(ACCOUNT))
                .toList();
    }
}
