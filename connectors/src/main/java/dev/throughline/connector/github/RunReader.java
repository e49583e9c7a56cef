package dev.throughline.connector.github;

import dev.throughline.connector.support.ContainerMapping;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.definition.DefinitionFacts;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Commit;
import dev.throughline.model.PipelineRun;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads runs of workflows, and what they say they pushed. */
final class RunReader {
    private final Owner owner;
    private final AssetKey repository;
    private final Reading reading;

    RunReader(Owner owner, AssetKey repository, Reading reading) {
        this.owner = owner;
        this.repository = repository;
        this.reading = reading;
    }

    void read(String folder) {
        reading.list(folder + "/runs", "workflow_runs", this::run);
        for (String id : reading.export().folders(folder + "/runs")) {
            reading.document(
                    folder + "/runs/" + id + "/container-mapping",
                    (mapping, sink) -> new ContainerMapping(AssetKey.run(repository, id), id).read(mapping, sink));
        }
    }

    private void run(Fields run, FactSink sink) {
        Long id = run.number("id");
        AssetKey key = AssetKey.run(repository, id == null ? run.requiredText("id") : id.toString());
        AssetKey head = headRepository(run);
        sink.accept(new PipelineRun(
                key,
                run.scalar("id"),
                run.number("run_attempt"),
                run.text("event"),
                run.text("head_branch"),
                head == null ? null : head.text(),
                run.text("conclusion"),
                startedAt(run),
                "completed".equals(run.text("status")) ? run.instant("updated_at") : null));
        String path = run.text("path");
        if (path != null) {
            sink.accept(new Relation(DefinitionFacts.pipeline(repository, path), RelationType.RAN, key));
        }
        String sha = run.text("head_sha");
        if (sha != null && head != null) {
            AssetKey commit = AssetKey.commit(head, sha);
            sink.accept(new Commit(commit, sha, null, null));
            sink.accept(new Relation(head, RelationType.CONTAINS, commit));
            sink.accept(new Relation(key, RelationType.ON_COMMIT, commit));
        }
    }

    /** The platform tells the start of the last attempt; what an earlier one pushed is older than that. */
    private static @Nullable Instant startedAt(Fields run) {
        Long attempt = run.number("run_attempt");
        Instant startedAt = run.instant("run_started_at");
        Instant createdAt = run.instant("created_at");
        boolean isRepeated = attempt != null && attempt > 1;
        return startedAt == null || (isRepeated && createdAt != null) ? createdAt : startedAt;
    }

    /** Null if the fork it came from is gone: its commit is then of no repository that is known. */
    private @Nullable AssetKey headRepository(Fields run) {
        String fullName = run.object("head_repository").text("full_name");
        if (fullName != null) {
            return owner.repository(fullName);
        }
        String event = run.text("event");
        return event == null || event.startsWith("pull_request") ? null : repository;
    }
}
