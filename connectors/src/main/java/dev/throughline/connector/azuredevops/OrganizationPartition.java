package dev.throughline.connector.azuredevops;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.export.ExportFolder;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AgentPool;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Developer;
import dev.throughline.model.Organization;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Team;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The organization itself, its pools of agents, its security groups and their members. */
final class OrganizationPartition implements Partition {
    private static final Pattern OF_PROJECT = Pattern.compile("\\[([^\\]]+)\\]\\\\(.+)");

    /** What the groups that each project has may do (Azure DevOps, <em>Default permissions quick reference</em>). */
    private static final Map<String, String> ROLES =
            Map.of("Readers", "read", "Contributors", "write", "Project Administrators", "admin");

    private final Collection organization;
    private final ExportFolder export;
    private final Map<String, AssetKey> byDescriptor = new HashMap<>();

    OrganizationPartition(Collection organization, ExportFolder export) {
        this.organization = organization;
        this.export = export;
    }

    @Override
    public String name() {
        return "organization";
    }

    @Override
    public Completeness read(FactSink sink) {
        byDescriptor.clear();
        Reading reading = new Reading(export, sink);
        sink.accept(new Organization(organization.key(), organization.name(), null, null, null));
        reading.list("pools", "value", this::pool);
        reading.list("groups", "value", this::group);
        reading.list("users", "value", this::user);
        reading.list("memberships", "value", this::membership);
        return reading.completeness();
    }

    private void pool(Fields pool, FactSink sink) {
        String name = pool.requiredText("name");
        AssetKey key = organization.pool(name);
        sink.accept(new AgentPool(key, name, pool.bool("isHosted"), null));
        sink.accept(new Relation(organization.key(), RelationType.CONTAINS, key));
    }

    private void group(Fields group, FactSink sink) {
        String principal = group.requiredText("principalName");
        AssetKey key = organization.team(principal);
        remember(group, key);
        sink.accept(new Team(key, group.text("displayName")));
        if (principal.endsWith("\\Project Collection Administrators")) {
            sink.accept(new Relation(key, RelationType.HAS_ROLE, organization.key(), Map.of("role", "admin")));
            return;
        }
        Matcher ofProject = OF_PROJECT.matcher(principal);
        String role = ofProject.matches() ? ROLES.get(ofProject.group(2)) : null;
        if (role != null) {
            AssetKey project = organization.project(ofProject.group(1));
            sink.accept(new Relation(key, RelationType.HAS_ROLE, project, Map.of("role", role)));
        }
    }

    private void user(Fields user, FactSink sink) {
        String principal = user.requiredText("principalName");
        AssetKey key = organization.developer(principal);
        remember(user, key);
        sink.accept(new Developer(key, principal, user.text("displayName")));
        sink.accept(new Relation(key, RelationType.MEMBER_OF, organization.key()));
    }

    private void remember(Fields subject, AssetKey key) {
        String descriptor = subject.text("descriptor");
        if (descriptor != null) {
            byDescriptor.put(descriptor, key);
        }
    }

    private void membership(Fields membership, FactSink sink) {
        AssetKey container = byDescriptor.get(membership.requiredText("containerDescriptor"));
        AssetKey member = byDescriptor.get(membership.requiredText("memberDescriptor"));
        if (container != null && member != null) {
            sink.accept(new Relation(member, RelationType.MEMBER_OF, container));
        }
    }
}
