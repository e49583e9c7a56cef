package dev.throughline.connector.gitlab;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.export.ExportFolder;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Developer;
import dev.throughline.model.Organization;
import dev.throughline.model.PipelineSecret;
import dev.throughline.model.Project;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Map;

/** The group itself, the groups below it, its members and its variables. */
final class GroupPartition implements Partition {
    private final Group group;
    private final ExportFolder export;

    GroupPartition(Group group, ExportFolder export) {
        this.group = group;
        this.export = export;
    }

    @Override
    public String name() {
        return "group";
    }

    @Override
    public Completeness read(FactSink sink) {
        Reading reading = new Reading(export, sink);
        sink.accept(new Organization(group.key(), null, null, null, null));
        reading.document(
                "group",
                (document, facts) -> facts.accept(new Organization(
                        group.key(),
                        document.text("name"),
                        document.text("web_url"),
                        null,
                        document.bool("require_two_factor_authentication"))));
        reading.list("subgroups", null, this::subgroup);
        reading.list("members", null, this::member);
        reading.list("variables", null, this::variable);
        return reading.completeness();
    }

    private void subgroup(Fields subgroup, FactSink sink) {
        String path = subgroup.requiredText("full_path");
        AssetKey key = group.group(path);
        sink.accept(new Project(key, subgroup.text("name"), ListedProject.visibility(subgroup.text("visibility"))));
        int slash = path.lastIndexOf('/');
        AssetKey around = group.group(slash < 0 ? group.path() : path.substring(0, slash));
        sink.accept(new Relation(around, RelationType.CONTAINS, key));
    }

    private void member(Fields member, FactSink sink) {
        AssetKey key = group.developer(member.requiredText("username"));
        sink.accept(new Developer(key, member.text("username"), null));
        String role = Group.role(member.number("access_level"));
        if (role != null) {
            sink.accept(new Relation(key, RelationType.HAS_ROLE, group.key(), Map.of("role", role)));
        }
    }

    private void variable(Fields variable, FactSink sink) {
        String name = variable.requiredText("key");
        AssetKey key = AssetKey.of(AssetKind.PIPELINE_SECRET, group.key().value() + "/" + name);
        sink.accept(new PipelineSecret(key, name, "organization", null, variable.bool("protected"), "all"));
        sink.accept(new Relation(group.key(), RelationType.CONTAINS, key));
    }
}
