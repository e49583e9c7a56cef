package dev.throughline.connector.containermapping;

import dev.throughline.connector.support.ContainerMapping;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;

/**
 * What one job sent.
 *
 * @param file the file
 * @param limits how large it may be
 * @param settings what is said of jobs that the files do not tell
 */
record MappingFile(InputFile file, JsonLimits limits, Job settings) implements Partition {
    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        Fields document = Json.read(file, limits);
        try {
            if (!document.has("dockerEvents") && !document.has("dockerImages")) {
                throw new WrongShape("", "neither dockerEvents nor dockerImages: not a container mapping");
            }
            Job job = Job.of(document.object("job")).or(settings);
            AssetKey run = known(job);
            Records.one(document.object("job"), sink, (said, facts) -> job.describe(facts));
            new ContainerMapping(run, job.runId()).read(document, sink);
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
        return Completeness.complete();
    }

    /** Without a run that is known the whole file tells nothing. */
    private static AssetKey known(Job job) {
        try {
            return job.runKey();
        } catch (IllegalArgumentException e) {
            throw new WrongShape("/job", String.valueOf(e.getMessage()));
        }
    }
}
