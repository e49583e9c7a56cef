package dev.throughline.connector.gitlab;

import dev.throughline.connector.support.ContainerMapping;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.definition.DefinitionFacts;
import dev.throughline.connector.support.export.ExportFolder;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Commit;
import dev.throughline.model.Developer;
import dev.throughline.model.PipelineRun;
import dev.throughline.model.PipelineSecret;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One project and everything below it. */
final class ProjectPartition implements Partition {
    /** Of a pipeline that still runs, the time of the last change is not that of its end. */
    private static final Set<String> ENDED = Set.of("success", "failed", "canceled", "skipped");

    private final Group group;
    private final ListedProject project;
    private final ExportFolder export;

    ProjectPartition(Group group, ListedProject project, ExportFolder export) {
        this.group = group;
        this.project = project;
        this.export = export;
    }

    @Override
    public String name() {
        return "projects/" + project.id();
    }

    @Override
    public Completeness read(FactSink sink) {
        sink.accept(project.asset());
        sink.accept(new Relation(project.namespace(), RelationType.CONTAINS, project.key()));
        if (!export.hasFolder(name())) {
            return Completeness.partial(name() + " is only listed, its folder is not there");
        }
        Reading reading = new Reading(export, sink);
        Map<Long, AssetKey> members = members(reading);
        new ProtectedBranchReader(project, members, reading).read(name());
        new EnvironmentReader(project.key(), reading).read(name());
        reading.list(name() + "/variables", null, this::variable);
        new PipelineReader(group, project, reading).read(name());
        reading.list(name() + "/pipelines", null, this::run);
        for (String id : export.folders(name() + "/pipelines")) {
            reading.document(
                    name() + "/pipelines/" + id + "/container-mapping",
                    (mapping, facts) -> new ContainerMapping(run(id), id).read(mapping, facts));
        }
        return reading.completeness();
    }

    /** Keys of the members by their ids. */
    private Map<Long, AssetKey> members(Reading reading) {
        Map<Long, AssetKey> members = new HashMap<>();
        reading.list(name() + "/members", null, (member, sink) -> {
            AssetKey key = group.developer(member.requiredText("username"));
            sink.accept(new Developer(key, member.text("username"), null));
            String role = Group.role(member.number("access_level"));
            if (role != null) {
                sink.accept(new Relation(key, RelationType.HAS_ROLE, project.key(), Map.of("role", role)));
            }
            Long id = member.number("id");
            if (id != null) {
                members.put(id, key);
            }
        });
        return members;
    }

    /** A variable for one environment belongs to it; a pattern of environments keeps nobody out. */
    private void variable(Fields variable, FactSink sink) {
        String name = variable.requiredText("key");
        String environment = environment(variable.text("environment_scope"));
        String path = environment == null ? name : environment + "/" + name;
        AssetKey key = AssetKey.inRepository(AssetKind.PIPELINE_SECRET, project.key(), path);
        String level = environment == null ? "repository" : "environment";
        sink.accept(new PipelineSecret(key, name, level, null, variable.bool("protected"), null));
        AssetKey holder = environment == null
                ? project.key()
                : AssetKey.inRepository(AssetKind.DEPLOYMENT_ENVIRONMENT, project.key(), environment);
        sink.accept(new Relation(holder, RelationType.CONTAINS, key));
    }

    private static @Nullable String environment(@Nullable String scope) {
        return scope == null || scope.contains("*") ? null : scope;
    }

    private AssetKey run(String id) {
        return AssetKey.inRepository(AssetKind.PIPELINE_RUN, project.key(), "pipelines/" + id);
    }

    private void run(Fields run, FactSink sink) {
        String id = String.valueOf(run.scalar("id"));
        AssetKey key = run(id);
        sink.accept(new PipelineRun(
                key,
                id,
                null,
                run.text("source"),
                run.text("ref"),
                project.key().text(),
                run.text("status"),
                run.instant("created_at"),
                ENDED.contains(String.valueOf(run.text("status"))) ? run.instant("updated_at") : null));
        sink.accept(new Relation(DefinitionFacts.pipeline(project.key(), project.definition()), RelationType.RAN, key));
        String sha = run.text("sha");
        if (sha != null) {
            AssetKey commit = AssetKey.commit(project.key(), sha);
            sink.accept(new Commit(commit, sha, null, null));
            sink.accept(new Relation(project.key(), RelationType.CONTAINS, commit));
            sink.accept(new Relation(key, RelationType.ON_COMMIT, commit));
        }
    }
}
