package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a log (SARIF 2.1.0 §3.13) run by run. */
final class LogReader {
    private final InputFile file;
    private final @Nullable AssetKey repository;
    private final SarifLimits limits;
    private final FactSink sink;
    private final List<String> gaps = new ArrayList<>();

    LogReader(InputFile file, @Nullable AssetKey repository, SarifLimits limits, FactSink sink) {
        this.file = file;
        this.repository = repository;
        this.limits = limits;
        this.sink = sink;
    }

    Completeness read() {
        try {
            List<Fields> runs = runs(Json.read(file, limits.json()));
            runs.stream().limit(limits.runs()).forEach(this::read);
            if (runs.size() > limits.runs()) {
                gaps.add("only " + limits.runs() + " of " + runs.size() + " runs were read");
            }
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
        return gaps.isEmpty() ? Completeness.complete() : Completeness.partial(String.join("; ", gaps));
    }

    /** Drafts and successors of 2.1.0 are in use and differ little in what is read here; 1.0.0 is another format. */
    private List<Fields> runs(Fields log) {
        String version = log.scalar("version");
        if (version != null && !version.startsWith("2.")) {
            throw refused("/version", "this version of SARIF is not read, only 2.1.0 and its like");
        }
        if (!log.has("runs")) {
            throw refused("/runs", "there are no runs: either this is no SARIF log, or its tool could not make any");
        }
        return log.list("runs");
    }

    private void read(Fields run) {
        List<Fields> results = run.list("results");
        noteFailures(run);
        if (results.size() > limits.results()) {
            gaps.add("only " + limits.results() + " of " + results.size() + " results of " + run.pointer()
                    + " were read");
            results = results.subList(0, limits.results());
        }
        if (!results.isEmpty()) {
            new RunReader(run, repositoryOf(run), sink).read(results);
        }
    }

    /** A tool that could not do its work must not look like one that found nothing (§3.14.23, §3.20.14). */
    private void noteFailures(Fields run) {
        if (!run.has("results")) {
            gaps.add(run.pointer() + " has no results property, so nothing was scanned");
        }
        if (run.list("invocations").stream().anyMatch(i -> Boolean.FALSE.equals(i.bool("executionSuccessful")))) {
            gaps.add(run.pointer() + " says that its execution failed");
        }
        if (!run.object("externalPropertyFileReferences").list("results").isEmpty()) {
            gaps.add(run.pointer() + " keeps results in other files, which are not read");
        }
    }

    private AssetKey repositoryOf(Fields run) {
        if (repository != null) {
            return repository;
        }
        for (Fields provenance : run.list("versionControlProvenance")) {
            String uri = provenance.text("repositoryUri");
            if (uri != null) {
                try {
                    return AssetKey.repository(uri);
                } catch (IllegalArgumentException e) {
                    throw new WrongShape(provenance.pointer() + "/repositoryUri", String.valueOf(e.getMessage()));
                }
            }
        }
        throw refused(
                run.pointer(),
                "it does not say which repository was scanned (versionControlProvenance); name it with repository(…)");
    }

    private SourceException refused(String pointer, String cause) {
        return new SourceException(new Rejection(file.name(), pointer, cause), null);
    }
}
