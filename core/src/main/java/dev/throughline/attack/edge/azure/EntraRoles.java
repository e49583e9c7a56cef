package dev.throughline.attack.edge.azure;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.IdentityGroup;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What roles of the directory and permissions of Microsoft Graph let their holders do. */
final class EntraRoles {
    /** How the keys of all objects of a directory begin. */
    static final String PREFIX = "cloud:entra/";

    /** The role that may do everything. */
    static final AssetKey GLOBAL_ADMINISTRATOR =
            AssetKey.of(AssetKind.CLOUD_ROLE, "entra/directoryroles/62e90394-69f5-4237-9190-012177145e10");

    private static final Map<String, Table.Row> ROLES = Table.read("entra-roles.tsv");

    private EntraRoles() {}

    /** The roles that let their holder do something. */
    static List<AssetKey> that(String power) {
        return ROLES.entrySet().stream()
                .filter(role -> role.getValue().words().contains(power))
                .map(role -> AssetKey.of(AssetKind.CLOUD_ROLE, "entra/" + role.getKey()))
                .sorted()
                .toList();
    }

    /** The roles that let their holder do something, and that somebody may come to hold. */
    static List<AssetKey> held(RiskGraph graph, String power) {
        boolean anyGrant = that("grant-roles").stream().anyMatch(role -> isHeld(graph, role));
        return that(power).stream()
                .filter(role -> isHeld(graph, role) || (anyGrant && role.equals(GLOBAL_ADMINISTRATOR)))
                .toList();
    }

    private static boolean isHeld(RiskGraph graph, AssetKey role) {
        return !takers(graph, role).isEmpty();
    }

    /** Who holds a role or may activate it, be it one of the directory or of Azure. */
    static List<AssetKey> takers(RiskGraph graph, AssetKey role) {
        return Stream.of(RelationType.HAS_ROLE, RelationType.ELIGIBLE_FOR)
                .flatMap(type -> graph.incoming(role, type).stream())
                .map(Relation::from)
                .toList();
    }

    /** Whether anybody may come to administer all subscriptions by way of the directory. */
    static boolean isElevated(RiskGraph graph) {
        return !held(graph, "elevate").isEmpty();
    }

    /** Whether a group may hold roles of the directory: only few may then change who is in it, or passwords of those who are. */
    static boolean isProtected(RiskGraph graph, AssetKey group) {
        return graph.find(group, IdentityGroup.class)
                .map(IdentityGroup::tags)
                .filter(tags -> tags.contains("isAssignableToRole=true"))
                .isPresent();
    }

    /** The name of a role. */
    static String name(AssetKey role) {
        Table.Row row = ROLES.get(role.text().substring(PREFIX.length()));
        return row == null ? role.value() : row.name();
    }
}
