package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.Yaml;
import dev.throughline.connector.support.definition.DefinitionFacts;
import dev.throughline.connector.support.definition.GitHubWorkflow;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Pipeline;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Set;

/** Reads workflows: what the platform lists, and what their files say. */
final class WorkflowReader {
    private static final long LARGEST_FILE = 1 << 20;

    private final AssetKey repository;
    private final Set<String> repositorySecrets;
    private final Reading reading;

    WorkflowReader(AssetKey repository, Set<String> repositorySecrets, Reading reading) {
        this.repository = repository;
        this.repositorySecrets = repositorySecrets;
        this.reading = reading;
    }

    void read(String folder) {
        reading.list(folder + "/workflows", "workflows", this::listed);
        JsonLimits limits = reading.export().limits();
        JsonLimits small = limits.withBytes(Math.min(limits.bytes(), LARGEST_FILE));
        String contents = folder + "/contents/";
        for (InputFile file : reading.export().files(contents + ".github/workflows", ".yml", ".yaml")) {
            // A workflow that its authors broke is no gap in the export.
            Records.document(
                    file.name(),
                    reading.sink(),
                    () -> Records.one(
                            Yaml.read(file, small),
                            reading.sink(),
                            (workflow, sink) -> file(workflow, file.name().substring(contents.length()), sink)));
        }
    }

    private void listed(Fields workflow, FactSink sink) {
        String path = workflow.requiredText("path");
        AssetKey key = DefinitionFacts.pipeline(repository, path);
        sink.accept(new Pipeline(
                key, workflow.text("name"), path, workflow.scalar("id"), workflow.text("state"), null, null, null));
        sink.accept(new Relation(repository, RelationType.DEFINES, key));
    }

    private void file(Fields document, String path, FactSink sink) {
        String host = repository.value().substring(0, repository.value().indexOf('/'));
        new DefinitionFacts(repository).accept(GitHubWorkflow.read(document, host), path, repositorySecrets, sink);
    }
}
