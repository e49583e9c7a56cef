package dev.throughline.connector.azuredevops;

import dev.throughline.connector.support.ContainerMapping;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.Yaml;
import dev.throughline.connector.support.definition.AzurePipeline;
import dev.throughline.connector.support.definition.DefinitionFacts;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Commit;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineRun;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads pipelines: what the platform lists, what their files say, and their builds. */
final class PipelineReader {
    private static final long LARGEST_FILE = 1 << 20;

    private final Collection organization;
    private final String project;
    private final Map<String, Repository> repositories;
    private final Reading reading;
    private final Map<Long, AssetKey> pipelines = new HashMap<>();

    PipelineReader(Collection organization, String project, Map<String, Repository> repositories, Reading reading) {
        this.organization = organization;
        this.project = project;
        this.repositories = repositories;
        this.reading = reading;
    }

    /** Reads the pipelines and returns their keys by their ids. */
    Map<Long, AssetKey> read(String folder) {
        for (InputFile file : reading.export().files(folder + "/definitions", ".json")) {
            String name = file.name();
            reading.document(
                    name.substring(0, name.length() - ".json".length()),
                    (definition, sink) -> definition(folder, definition, sink));
        }
        reading.list(folder + "/builds", "value", this::build);
        for (String id : reading.export().folders(folder + "/builds")) {
            reading.document(
                    folder + "/builds/" + id + "/container-mapping",
                    (mapping, sink) -> new ContainerMapping(run(id), id).read(mapping, sink));
        }
        return pipelines;
    }

    private void definition(String folder, Fields definition, FactSink sink) {
        Long id = definition.number("id");
        Fields source = definition.object("repository");
        AssetKey repository = repository(source);
        String file = definition.object("process").text("yamlFilename");
        String path = file == null ? null : file.replaceFirst("^/+", "");
        AssetKey key = repository == null || path == null
                ? organization.inProject(AssetKind.PIPELINE, project, "definitions/" + id)
                : DefinitionFacts.pipeline(repository, path);
        if (id != null) {
            pipelines.put(id, key);
        }
        String state = definition.text("queueStatus");
        sink.accept(new Pipeline(
                key,
                definition.text("name"),
                path,
                id == null ? null : id.toString(),
                state == null || state.equals("enabled") ? "active" : "disabled",
                null,
                null,
                null));
        sink.accept(new Relation(organization.project(project), RelationType.CONTAINS, key));
        for (Fields group : definition.list("variableGroups")) {
            String name = group.text("name");
            if (name != null) {
                sink.accept(new Relation(
                        key,
                        RelationType.USES_SECRET,
                        organization.inProject(AssetKind.VARIABLE_GROUP, project, name)));
            }
        }
        if (repository != null) {
            sink.accept(new Relation(repository, RelationType.DEFINES, key));
            file(folder, source, repository, path, sink);
        }
    }

    /** Null for a repository of a platform that is not known. */
    private @Nullable AssetKey repository(Fields source) {
        String id = source.scalar("id");
        if (id != null && repositories.containsKey(id)) {
            return repositories.get(id).key();
        }
        return "GitHub".equals(source.text("type")) && id != null ? AssetKey.repository("github.com/" + id) : null;
    }

    private void file(String folder, Fields source, AssetKey repository, @Nullable String path, FactSink sink) {
        String name = source.text("name");
        if (path == null || name == null || path.contains("..") || name.contains("..")) {
            return;
        }
        InputFile file = reading.export().file(folder + "/contents/" + name + "/" + path);
        if (!file.exists()) {
            return;
        }
        JsonLimits limits = reading.export().limits();
        JsonLimits small = limits.withBytes(Math.min(limits.bytes(), LARGEST_FILE));
        String place = organization.project(project).value();
        // A definition that its authors broke is no gap in the export.
        Records.document(
                file.name(),
                sink,
                () -> Records.one(
                        Yaml.read(file, small),
                        sink,
                        (document, facts) -> new DefinitionFacts(repository)
                                .accept(AzurePipeline.read(document, place), path, Set.of(), facts)));
    }

    private AssetKey run(String id) {
        return organization.inProject(AssetKind.PIPELINE_RUN, project, "builds/" + id);
    }

    private void build(Fields build, FactSink sink) {
        String id = String.valueOf(build.scalar("id"));
        AssetKey key = run(id);
        AssetKey repository = repository(build.object("repository"));
        String branch = build.text("sourceBranch");
        sink.accept(new PipelineRun(
                key,
                id,
                null,
                build.text("reason"),
                branch == null ? null : branch.replaceFirst("^refs/heads/", ""),
                repository == null ? null : repository.text(),
                build.text("result"),
                build.instant("startTime"),
                build.instant("finishTime")));
        AssetKey pipeline = pipelines.get(build.object("definition").number("id"));
        if (pipeline != null) {
            sink.accept(new Relation(pipeline, RelationType.RAN, key));
        }
        String sha = build.text("sourceVersion");
        if (repository != null && sha != null && sha.matches("[0-9a-fA-F]{40}")) {
            AssetKey commit = AssetKey.commit(repository, sha);
            sink.accept(new Commit(commit, sha, null, null));
            sink.accept(new Relation(repository, RelationType.CONTAINS, commit));
            sink.accept(new Relation(key, RelationType.ON_COMMIT, commit));
        }
    }
}
