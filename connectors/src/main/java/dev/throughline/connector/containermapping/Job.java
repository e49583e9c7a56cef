package dev.throughline.connector.containermapping;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.definition.DefinitionFacts;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Commit;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineRun;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a job: what its platform's token says of it, for the payload itself does not tell. What is null was not
 * said.
 *
 * @param platform {@code github}, {@code azuredevops} or {@code gitlab}; null if the host of the repository tells
 * @param repository any address of the repository that was built
 * @param project of Azure DevOps, {@code dev.azure.com/acme/store}; null if the repository lies in it
 * @param commit full name of the commit that was built
 * @param run id of the run: of a workflow run, a build or a pipeline
 * @param pipeline path of the definition that ran, within the repository
 */
record Job(
        @Nullable String platform,
        @Nullable String repository,
        @Nullable String project,
        @Nullable String commit,
        @Nullable String run,
        @Nullable String pipeline) {
    static final Job UNKNOWN = new Job(null, null, null, null, null, null);

    private static final Map<String, String> PLATFORMS =
            Map.of("github.com", "github", "dev.azure.com", "azuredevops", "gitlab.com", "gitlab");

    static Job of(Fields job) {
        return new Job(
                job.text("platform"),
                job.text("repository"),
                job.text("project"),
                job.text("commit"),
                job.scalar("run"),
                job.text("pipeline"));
    }

    /** What this says, and what it leaves unsaid from another. */
    Job or(Job other) {
        return new Job(
                platform == null ? other.platform : platform,
                repository == null ? other.repository : repository,
                project == null ? other.project : project,
                commit == null ? other.commit : commit,
                run == null ? other.run : run,
                pipeline == null ? other.pipeline : pipeline);
    }

    String runId() {
        return required(run, "run");
    }

    AssetKey repositoryKey() {
        return AssetKey.repository(required(repository, "repository"));
    }

    /** The key that the platform's own connector gives the run. */
    AssetKey runKey() {
        AssetKey key = repositoryKey();
        String host = key.value().substring(0, key.value().indexOf('/'));
        String known = platform == null ? PLATFORMS.getOrDefault(host, "") : platform.toLowerCase(Locale.ROOT);
        return switch (known) {
            case "github" -> AssetKey.run(key, runId());
            case "gitlab" -> AssetKey.inRepository(AssetKind.PIPELINE_RUN, key, "pipelines/" + runId());
            case "azuredevops" -> AssetKey.of(AssetKind.PIPELINE_RUN, projectPath(key) + "/builds/" + runId());
            default ->
                throw new IllegalArgumentException(
                        "the platform of the job is not known: it is none of github, azuredevops and gitlab");
        };
    }

    private String projectPath(AssetKey repository) {
        if (project != null) {
            return project.toLowerCase(Locale.ROOT)
                    .replaceFirst("^https://", "")
                    .replaceFirst("/+$", "");
        }
        if (!repository.value().startsWith("dev.azure.com/")) {
            throw new IllegalArgumentException("the project of the job is not known");
        }
        return repository.value().substring(0, repository.value().lastIndexOf('/'));
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the " + name + " of the job is not known");
        }
        return value.strip();
    }

    /** Hands over the run, with the pipeline and the commit as far as they are known. */
    void describe(FactSink sink) {
        AssetKey key = repositoryKey();
        AssetKey ran = runKey();
        sink.accept(new PipelineRun(ran, runId(), null, null, null, null, null, null, null));
        if (pipeline != null) {
            AssetKey definition = DefinitionFacts.pipeline(key, pipeline);
            sink.accept(new Pipeline(definition, null, pipeline, null, null, null, null, null));
            sink.accept(new Relation(key, RelationType.DEFINES, definition));
            sink.accept(new Relation(definition, RelationType.RAN, ran));
        }
        if (commit != null) {
            AssetKey built = AssetKey.commit(key, commit);
            sink.accept(new Commit(built, commit.toLowerCase(Locale.ROOT), null, null));
            sink.accept(new Relation(key, RelationType.CONTAINS, built));
            sink.accept(new Relation(ran, RelationType.ON_COMMIT, built));
        }
    }
}
