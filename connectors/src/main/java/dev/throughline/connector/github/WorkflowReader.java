package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.Yaml;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Pipeline;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Set;
import java.util.TreeSet;

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

    /** The key of a workflow by its path in the repository; runs append {@code @} and the ref it was taken from. */
    static AssetKey key(AssetKey repository, String path) {
        int ref = path.indexOf('@');
        return AssetKey.inRepository(AssetKind.PIPELINE, repository, ref < 0 ? path : path.substring(0, ref));
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
        AssetKey key = key(repository, path);
        sink.accept(new Pipeline(
                key, workflow.text("name"), path, workflow.scalar("id"), workflow.text("state"), null, null));
        sink.accept(new Relation(repository, RelationType.DEFINES, key));
    }

    private void file(Fields document, String path, FactSink sink) {
        WorkflowFile workflow = WorkflowFile.read(document);
        AssetKey key = key(repository, path);
        sink.accept(new Pipeline(key, workflow.name(), path, null, null, workflow.triggers(), workflow.permissions()));
        sink.accept(new Relation(repository, RelationType.DEFINES, key));
        workflow.actions().forEach(action -> {
            sink.accept(action);
            sink.accept(new Relation(key, RelationType.USES_ACTION, action.key()));
        });
        Set<String> secrets = new TreeSet<>(workflow.secrets());
        if (workflow.inheritsSecrets()) {
            secrets.addAll(repositorySecrets);
        }
        secrets.forEach(s -> sink.accept(new Relation(key, RelationType.USES_SECRET, SecretReader.key(repository, s))));
        workflow.environments()
                .forEach(e ->
                        sink.accept(new Relation(key, RelationType.DEPLOYS_TO, EnvironmentReader.key(repository, e))));
    }
}
