package dev.throughline.connector.azure;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudAccount;
import dev.throughline.model.CloudRole;
import dev.throughline.model.Identity;
import dev.throughline.model.IdentityGroup;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Objects of Microsoft Graph. Lists do not name the type of their elements, so each is known by the fields that only its
 * type has. Members, owners and federated credentials are read where they were expanded into their object, and from files
 * whose path tells whose they are, such as {@code groups/<id>/members.json}.
 */
final class DirectoryReader {
    private static final Pattern OF_OBJECT = Pattern.compile(
            "(?:.*/)?(?:groups|directoryRoles|applications|servicePrincipals)/([0-9a-fA-F-]{36})/(\\w+)\\.json(?:\\.gz)?");
    private static final String OWNER = "owner";

    private DirectoryReader() {}

    /** Whether a document is one object of the directory. */
    static boolean isObject(Fields document) {
        return document.node().isObject() && (document.has("appRoleId") || document.has("roleDefinitionId"));
    }

    static void read(Fields object, FactSink sink) {
        Matcher part = OF_OBJECT.matcher(object.file());
        if (part.matches()) {
            part(EntraKeys.object(part.group(1)), part.group(2), object, sink);
        }
        if (object.has("appRoleId")) {
            appRoleAssignment(object, sink);
        } else if (object.has("policyId")) {
            activation(object, sink);
        } else if (object.has("roleEligibilityScheduleId")) {
            directoryRoleGiven(object, RelationType.ELIGIBLE_FOR, sink);
        } else if (object.has("scheduleInfo") && !object.has("assignmentType")) {
            throw new IllegalArgumentException("a schedule of a role or a request for one; its instances are read");
        } else if (object.has("roleDefinitionId")) {
            directoryRoleGiven(object, RelationType.HAS_ROLE, sink);
        } else if (object.has("roleTemplateId")) {
            directoryRole(object, sink);
        } else if (object.has("issuer") && part.matches()) {
            return;
        } else if (object.has("tenantId") && object.has("state")) { // as az account list prints subscriptions
            String id = object.requiredText("id").toLowerCase(Locale.ROOT);
            sink.accept(new CloudAccount(
                    AssetKey.of(AssetKind.CLOUD_ACCOUNT, "azure/" + id), object.text("name"), "azure"));
        } else {
            principal(object, sink);
        }
    }

    private static void principal(Fields object, FactSink sink) {
        AssetKey key = EntraKeys.object(object.requiredText("id"));
        String name = object.text("displayName");
        String type = type(object);
        if (type.equals("Group")) {
            boolean privileged = Boolean.TRUE.equals(object.bool("isAssignableToRole"));
            sink.accept(new IdentityGroup(key, name, privileged ? List.of("isAssignableToRole=true") : null));
            related(key, "members", object, sink);
        } else {
            sink.accept(new Identity(key, name, type, object.bool("accountEnabled"), null));
        }
        String client = object.text("appId");
        if (client != null && type.equals("Application")) {
            sink.accept(new Relation(key, RelationType.CAN_AUTHENTICATE_AS, EntraKeys.client(client)));
        } else if (client != null) {
            sink.accept(new Relation(EntraKeys.client(client), RelationType.CAN_AUTHENTICATE_AS, key));
        }
        related(key, "owners", object, sink);
        related(key, "federatedIdentityCredentials", object, sink);
        object.list("appRoleAssignments").forEach(assignment -> appRoleAssignment(assignment, sink));
    }

    private static String type(Fields object) {
        String stated = object.text("@odata.type");
        if (stated != null) {
            String simple = stated.substring(stated.lastIndexOf('.') + 1);
            return simple.substring(0, 1).toUpperCase(Locale.ROOT) + simple.substring(1);
        }
        if (object.has("servicePrincipalType") || object.has("appOwnerOrganizationId")) {
            return "ServicePrincipal";
        }
        if (object.has("appId")) {
            return "Application";
        }
        if (object.has("securityEnabled") || object.has("groupTypes") || object.has("mailEnabled")) {
            return "Group";
        }
        if (object.has("userPrincipalName")) {
            return "User";
        }
        throw new IllegalArgumentException("neither a resource of Azure nor an object of Entra that is known");
    }

    private static void related(AssetKey key, String list, Fields object, FactSink sink) {
        object.list(list).forEach(element -> part(key, list, element, sink));
    }

    /** An element of a list that belongs to an object. */
    private static void part(AssetKey of, String list, Fields element, FactSink sink) {
        switch (list) {
            case "members" ->
                sink.accept(new Relation(EntraKeys.object(element.requiredText("id")), RelationType.MEMBER_OF, of));
            case "owners" ->
                sink.accept(new Relation(
                        EntraKeys.object(element.requiredText("id")),
                        RelationType.HAS_ROLE,
                        of,
                        Map.of("scope", OWNER)));
            case "federatedIdentityCredentials" ->
                IdentityReader.trust(
                        of,
                        EntraKeys.object(of.value().substring("entra/".length()) + "/federatedidentitycredentials/"
                                + element.requiredText("id")),
                        element.text("name"),
                        element,
                        sink);
            default -> {}
        }
    }

    /** A permission granted to a service principal, such as those of Microsoft Graph. */
    private static void appRoleAssignment(Fields assignment, FactSink sink) {
        AssetKey role = EntraKeys.appRole(assignment.requiredText("appRoleId"));
        sink.accept(new CloudRole(role, null, null, null));
        sink.accept(new Relation(
                EntraKeys.object(assignment.requiredText("principalId")),
                RelationType.HAS_ROLE,
                role,
                scope(assignment.text("resourceDisplayName"))));
    }

    /** Of the directory: {@code roleManagement/directory/roleAssignments} and {@code roleEligibilityScheduleInstances}. */
    private static void directoryRoleGiven(Fields given, RelationType how, FactSink sink) {
        AssetKey role = EntraKeys.directoryRole(given.requiredText("roleDefinitionId"));
        sink.accept(new CloudRole(role, null, null, null));
        Map<String, String> terms = new TreeMap<>(scope(given.text("directoryScopeId")));
        Instant end = how == RelationType.ELIGIBLE_FOR ? given.instant("endDateTime") : null;
        if (end != null) {
            terms.put("until", end.toString());
        }
        sink.accept(new Relation(EntraKeys.object(given.requiredText("principalId")), how, role, terms));
    }

    /** {@code policies/roleManagementPolicyAssignments}; those of groups speak of membership, not of a role. */
    private static void activation(Fields assignment, FactSink sink) {
        String type = assignment.text("scopeType");
        if (type != null && type.startsWith("Directory")) {
            ActivationRules.read(
                    EntraKeys.directoryRole(assignment.requiredText("roleDefinitionId")),
                    assignment.object("policy").list("rules"),
                    sink);
        }
    }

    private static void directoryRole(Fields object, FactSink sink) {
        AssetKey role = EntraKeys.directoryRole(object.requiredText("roleTemplateId"));
        sink.accept(new CloudRole(role, object.text("displayName"), null, null));
        String id = object.text("id");
        if (id != null) { // members of it may be listed in a file of their own
            sink.accept(new Relation(EntraKeys.object(id), RelationType.HAS_ROLE, role, scope("/")));
        }
        for (Fields member : object.list("members")) {
            sink.accept(
                    new Relation(EntraKeys.object(member.requiredText("id")), RelationType.HAS_ROLE, role, scope("/")));
        }
    }

    private static Map<String, String> scope(@Nullable String scope) {
        return scope == null ? Map.of() : Map.of("scope", scope);
    }
}
