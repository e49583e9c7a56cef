package dev.throughline.connector.gitlab;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.Yaml;
import dev.throughline.connector.support.definition.DefinitionFacts;
import dev.throughline.connector.support.definition.GitLabPipeline;
import dev.throughline.connector.support.definition.PipelineDefinition;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Pipeline;
import dev.throughline.model.PipelineJob;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the definition of a project's pipeline, and the runners that its jobs run on. */
final class PipelineReader {
    private static final long LARGEST_FILE = 1 << 20;

    private final Group group;
    private final ListedProject project;
    private final Reading reading;

    PipelineReader(Group group, ListedProject project, Reading reading) {
        this.group = group;
        this.project = project;
        this.reading = reading;
    }

    void read(String folder) {
        List<Runner> runners = runners(folder);
        AssetKey key = DefinitionFacts.pipeline(project.key(), project.definition());
        InputFile file = reading.export().file(folder + "/contents/" + project.definition());
        if (!file.exists()) {
            return;
        }
        reading.sink().accept(new Pipeline(key, null, project.definition(), null, "active", null, null, null));
        JsonLimits limits = reading.export().limits();
        JsonLimits small = limits.withBytes(Math.min(limits.bytes(), LARGEST_FILE));
        // A definition that its authors broke is no gap in the export.
        Records.document(
                file.name(),
                reading.sink(),
                () -> Records.one(
                        Yaml.read(file, small),
                        reading.sink(),
                        (document, sink) -> definition(document, key, runners, sink)));
    }

    private void definition(Fields document, AssetKey key, List<Runner> runners, FactSink sink) {
        PipelineDefinition definition = GitLabPipeline.read(document, group.host());
        new DefinitionFacts(project.key()).accept(definition, project.definition(), Set.of(), sink);
        for (Runner runner : runners) {
            if (definition.jobs().stream().anyMatch(job -> serves(runner, job))) {
                sink.accept(new Relation(key, RelationType.RUNS_ON, runner.key()));
            }
        }
    }

    private static boolean serves(Runner runner, PipelineJob job) {
        return job.runsOn().isEmpty()
                ? Boolean.TRUE.equals(runner.runsUntagged())
                : runner.labels() != null && runner.labels().containsAll(job.runsOn());
    }

    /** Runners that are not paused. Those of gitlab.com itself are made anew for each job. */
    private List<Runner> runners(String folder) {
        List<Runner> runners = new ArrayList<>();
        reading.list(folder + "/runners", null, (listed, sink) -> {
            String id = String.valueOf(listed.scalar("id"));
            if (Boolean.TRUE.equals(listed.bool("paused")) || Boolean.FALSE.equals(listed.bool("active"))) {
                return;
            }
            Fields[] details = {Fields.NONE};
            reading.document(folder + "/runners/" + id, (document, facts) -> details[0] = document);
            Runner runner = runner(id, listed, details[0]);
            runners.add(runner);
            sink.accept(runner);
            if ("project_type".equals(listed.text("runner_type"))) {
                sink.accept(new Relation(project.key(), RelationType.CONTAINS, runner.key()));
            }
        });
        return runners;
    }

    private Runner runner(String id, Fields listed, Fields details) {
        boolean shared = Boolean.TRUE.equals(listed.bool("is_shared"));
        List<String> tags = details.has("tag_list") ? details.strings("tag_list") : null;
        String access = details.text("access_level");
        return new Runner(
                group.runner(id),
                listed.text("description"),
                null,
                tags,
                !(shared && group.host().equals("gitlab.com")),
                null,
                isProtected(access),
                details.bool("run_untagged"));
    }

    private static @Nullable Boolean isProtected(@Nullable String access) {
        return access == null ? null : Boolean.valueOf(access.equals("ref_protected"));
    }
}
