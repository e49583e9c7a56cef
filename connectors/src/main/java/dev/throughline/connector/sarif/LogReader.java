package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonStream;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log (SARIF 2.1.0 §3.13) while it passes by, run by run. Of a run only its results, rules and files are held, until its
 * end; of one whose parts were moved into the log itself, until the end of the log.
 */
final class LogReader {
    private final InputFile file;
    private final @Nullable AssetKey repository;
    private final SarifLimits limits;
    private final FactSink sink;
    private final PropertyFiles moved;
    private final List<Run> waiting = new ArrayList<>();
    private final List<String> gaps = new ArrayList<>();
    private boolean hasRuns;
    private int runs;

    LogReader(InputFile file, @Nullable AssetKey repository, SarifLimits limits, FactSink sink) {
        this.file = file;
        this.repository = repository;
        this.limits = limits;
        this.sink = sink;
        this.moved = new PropertyFiles(file, limits, sink);
    }

    Completeness read() {
        Json.stream(file, limits.json(), log -> {
            log.members(this::member);
            if (!hasRuns) {
                throw new WrongShape(
                        "/runs", "there are no runs: either this is no SARIF log, or its tool could not make any");
            }
            waiting.forEach(this::finish);
        });
        if (runs > limits.runs()) {
            gaps.add("only " + limits.runs() + " of " + runs + " runs were read");
        }
        return gaps.isEmpty() ? Completeness.complete() : Completeness.partial(String.join("; ", gaps));
    }

    private void member(String name, JsonStream value) {
        switch (name) {
            case "version" -> checkVersion(value.read());
            case "inlineExternalProperties" -> moved.inline(value);
            case "runs" -> {
                hasRuns |= !value.isNull();
                value.elements(this::run);
            }
            default -> {}
        }
    }

    /** Drafts and successors of 2.1.0 are in use and differ little in what is read here; 1.0.0 is another format. */
    private static void checkVersion(Fields version) {
        if (!version.isAbsent() && !version.node().asText().startsWith("2.")) {
            throw new WrongShape(version.pointer(), "this version of SARIF is not read, only 2.1.0 and its like");
        }
    }

    private void run(JsonStream element) {
        if (runs++ >= limits.runs()) {
            return;
        }
        Run run = new Run(element.pointer(), limits.results());
        run.take(element, sink);
        if (moved.isInline(run)) {
            waiting.add(run);
        } else {
            finish(run);
        }
    }

    private void finish(Run run) {
        gaps.addAll(moved.addTo(run));
        gaps.addAll(run.gaps());
        if (!run.results().isEmpty()) {
            new RunFacts(run, () -> repositoryOf(run), file.name(), sink).emit();
        }
    }

    private AssetKey repositoryOf(Run run) {
        if (repository != null) {
            return repository;
        }
        for (Fields provenance : run.provenance()) {
            String uri = provenance.text("repositoryUri");
            if (uri != null) {
                return repository(uri, provenance);
            }
        }
        String cause =
                "it does not say which repository was scanned (versionControlProvenance); name it with repository(…)";
        throw new WrongShape(run.pointer(), cause).in(file.name());
    }

    private AssetKey repository(String uri, Fields provenance) {
        try {
            return AssetKey.repository(uri);
        } catch (IllegalArgumentException e) {
            throw new WrongShape(provenance.pointer() + "/repositoryUri", String.valueOf(e.getMessage()))
                    .in(file.name());
        }
    }
}
