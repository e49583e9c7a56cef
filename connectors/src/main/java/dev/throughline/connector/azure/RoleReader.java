package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudRole;
import dev.throughline.model.Identity;
import dev.throughline.model.IdentityGroup;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Microsoft.Authorization/roleAssignments} and {@code roleDefinitions}. The target of an assignment is the role as it
 * stands at the scope, {@code <scope>/providers/microsoft.authorization/roledefinitions/<id>}, which many principals may
 * hold; the definition itself is {@code /providers/microsoft.authorization/roledefinitions/<id>}, for the same definition is
 * shown under many scopes.
 */
final class RoleReader {
    private static final Pattern ROLE = Pattern.compile(".*/roledefinitions/([^/]+)");

    private RoleReader() {}

    static void assignment(Resource resource, FactSink sink) {
        Fields properties = resource.properties();
        AssetKey principal = EntraKeys.object(properties.requiredText("principalId"));
        String type = properties.text("principalType");
        if (type != null && !type.isEmpty()) {
            sink.accept(
                    type.equals("Group")
                            ? new IdentityGroup(principal, null, null)
                            : new Identity(principal, null, type, null, null));
        }
        String scope = ArmId.canonical(properties.requiredText("scope"));
        AssetKey role = role(scope.equals("/") ? "" : scope, properties.requiredText("roleDefinitionId"));
        sink.accept(new CloudRole(role, properties.text("roleDefinitionName"), null, null));
        Map<String, String> terms =
                new TreeMap<>(Map.of("scope", ArmId.key(scope).text()));
        String condition = properties.text("condition");
        if (condition != null && !condition.isBlank()) {
            terms.put("condition", condition.strip());
        }
        sink.accept(new Relation(principal, RelationType.HAS_ROLE, role, terms));
    }

    static void definition(Resource resource, FactSink sink) {
        List<String> permissions = new ArrayList<>();
        for (Fields permission : resource.properties().list("permissions")) {
            permission.strings("actions").forEach(permissions::add);
            permission.strings("notActions").forEach(action -> permissions.add("!" + action));
            permission.strings("dataActions").forEach(action -> permissions.add("data:" + action));
            permission.strings("notDataActions").forEach(action -> permissions.add("!data:" + action));
        }
        sink.accept(new CloudRole(role("", resource.id()), resource.properties().text("roleName"), permissions, null));
    }

    private static AssetKey role(String scope, String definition) {
        Matcher id = ROLE.matcher(ArmId.canonical(definition));
        if (!id.matches()) {
            throw new IllegalArgumentException("not the id of a role definition");
        }
        return AssetKey.of(
                AssetKind.CLOUD_ROLE, scope + "/providers/microsoft.authorization/roledefinitions/" + id.group(1));
    }
}
