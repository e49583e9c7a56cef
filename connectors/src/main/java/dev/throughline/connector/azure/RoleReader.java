package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudPolicy;
import dev.throughline.model.CloudRole;
import dev.throughline.model.Identity;
import dev.throughline.model.IdentityGroup;
import dev.throughline.model.PolicyStatement;
import dev.throughline.model.PolicyStatement.Condition;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code Microsoft.Authorization/roleAssignments}, {@code roleDefinitions}, {@code denyAssignments},
 * {@code roleEligibilityScheduleInstances} and {@code roleManagementPolicyAssignments}. The target of an assignment is the role as it
 * stands at the scope, {@code <scope>/providers/microsoft.authorization/roledefinitions/<id>}, which many principals may
 * hold; the definition itself is {@code /providers/microsoft.authorization/roledefinitions/<id>}, for the same definition is
 * shown under many scopes.
 */
final class RoleReader {
    private static final Pattern ROLE = Pattern.compile(".*/roledefinitions/([^/]+)");

    /** Stands for all principals of the directory in deny assignments. */
    private static final String EVERYBODY = "00000000-0000-0000-0000-000000000000";

    private RoleReader() {}

    static void assignment(Resource resource, FactSink sink) {
        given(resource, RelationType.HAS_ROLE, sink);
    }

    /** An instance of a schedule: that a principal may activate a role now, until {@code endDateTime} if it has one. */
    static void eligibility(Resource resource, FactSink sink) {
        given(resource, RelationType.ELIGIBLE_FOR, sink);
    }

    private static void given(Resource resource, RelationType how, FactSink sink) {
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
        AssetKey role = at(properties);
        sink.accept(new CloudRole(role, properties.text("roleDefinitionName"), null, null));
        Map<String, String> terms =
                new TreeMap<>(Map.of("scope", ArmId.key(scope).text()));
        String condition = properties.text("condition");
        if (condition != null && !condition.isBlank()) {
            terms.put("condition", condition.strip());
        }
        Instant end = how == RelationType.ELIGIBLE_FOR ? properties.instant("endDateTime") : null;
        if (end != null) {
            terms.put("until", end.toString());
        }
        sink.accept(new Relation(principal, how, role, terms));
    }

    /** What is asked of who activates a role at a scope. */
    static void activation(Resource resource, FactSink sink) {
        Fields properties = resource.properties();
        ActivationRules.read(at(properties), properties.list("effectiveRules"), sink);
    }

    /** The role as it stands at the scope of a record. */
    private static AssetKey at(Fields properties) {
        String scope = ArmId.canonical(properties.requiredText("scope"));
        return role(scope.equals("/") ? "" : scope, properties.requiredText("roleDefinitionId"));
    }

    static void definition(Resource resource, FactSink sink) {
        List<String> permissions = new ArrayList<>();
        for (Fields permission : resource.properties().list("permissions")) {
            permissions.addAll(patterns(permission));
        }
        sink.accept(new CloudRole(role("", resource.id()), resource.properties().text("roleName"), permissions, null));
    }

    /**
     * What a deny assignment takes from its principals at its scope, and below it unless it says otherwise. A condition is kept as
     * it is written.
     */
    static void denial(Resource resource, FactSink sink) {
        Fields properties = resource.properties();
        String scope = ArmId.canonical(properties.requiredText("scope"));
        boolean below = !Boolean.TRUE.equals(properties.bool("doNotApplyToChildScopes"));
        List<String> scopes = below ? List.of(scope, (scope.equals("/") ? "" : scope) + "/*") : List.of(scope);
        List<Condition> conditions = new ArrayList<>();
        List<String> excepted = principals(properties.list("excludePrincipals"), sink);
        if (!excepted.isEmpty()) {
            conditions.add(new Condition("not", "principal", excepted));
        }
        String condition = properties.text("condition");
        if (condition != null && !condition.isBlank()) {
            conditions.add(new Condition("azure", "condition", List.of(condition.strip())));
        }
        List<String> principals = principals(properties.list("principals"), sink);
        List<String> statements = new ArrayList<>();
        for (Fields permission : properties.list("permissions")) {
            statements.add(new PolicyStatement(
                            false, patterns(permission), false, scopes, false, principals, false, conditions)
                    .toString());
        }
        sink.accept(new CloudPolicy(
                AssetKey.of(AssetKind.CLOUD_POLICY, ArmId.canonical(resource.id())),
                properties.text("denyAssignmentName"),
                statements,
                "deny-assignment",
                null));
    }

    private static List<String> principals(Iterable<Fields> told, FactSink sink) {
        List<String> principals = new ArrayList<>();
        for (Fields principal : told) {
            String id = principal.requiredText("id");
            AssetKey key = EntraKeys.object(id);
            principals.add(id.equals(EVERYBODY) ? "*" : key.text());
            if ("Group".equals(principal.text("type"))) {
                sink.accept(new IdentityGroup(key, null, null));
            }
        }
        return principals;
    }

    private static List<String> patterns(Fields permission) {
        List<String> patterns = new ArrayList<>();
        permission.strings("actions").forEach(patterns::add);
        permission.strings("notActions").forEach(action -> patterns.add("!" + action));
        permission.strings("dataActions").forEach(action -> patterns.add("data:" + action));
        permission.strings("notDataActions").forEach(action -> patterns.add("!data:" + action));
        return patterns;
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
