package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonStream;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.SourceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parts of runs that were moved out of them (SARIF 2.1.0 §3.14.2, §3.15, §4): into the log itself, or into files beside it. Only
 * a file below the folder that is read is opened; an address with a scheme never is.
 */
final class PropertyFiles {
    /**
     * Those first whose elements are referred to by index. Taxonomies are not needed: who refers to one says its name, and the id
     * of the taxon.
     */
    private static final List<String> READ = List.of("artifacts", "extensions", "driver", "invocations", "results");

    private final InputFile log;
    private final SarifLimits limits;
    private final FactSink sink;
    private final Map<String, Run> inline = new HashMap<>();

    PropertyFiles(InputFile log, SarifLimits limits, FactSink sink) {
        this.log = log;
        this.limits = limits;
        this.sink = sink;
    }

    /** Takes what was moved to {@code inlineExternalProperties}. */
    void inline(JsonStream array) {
        array.elements(element -> {
            Run part = new Run(element.pointer(), limits.results());
            element.members((name, value) -> {
                if (name.equals("guid")) {
                    inline.put(value.read().text(), part);
                } else {
                    part.member(name, value, sink);
                }
            });
        });
    }

    /** Whether parts of a run are in the log itself, perhaps behind the run. */
    boolean isInline(Run run) {
        return references(run).stream().anyMatch(reference -> !reference.has("location"));
    }

    /** Puts the parts back in the order in which the run names them (§3.15.3), and returns what is missing. */
    List<String> addTo(Run run) {
        List<String> gaps = new ArrayList<>();
        Set<String> files = new HashSet<>();
        Set<String> guids = new HashSet<>();
        for (Fields reference : references(run)) {
            String uri = reference.object("location").text("uri");
            String guid = String.valueOf(reference.text("guid"));
            if (uri != null && files.add(uri)) {
                add(file(uri), run, gaps);
            } else if (uri == null && guids.add(guid)) {
                add(inline.get(guid), run, gaps);
            }
        }
        return gaps;
    }

    private static List<Fields> references(Run run) {
        List<Fields> references = new ArrayList<>();
        for (String name : READ) {
            Fields value = run.references().get(name);
            if (value.node().isArray()) {
                references.addAll(value.elements());
            } else if (!value.isAbsent()) {
                references.add(run.references().object(name));
            }
        }
        return references;
    }

    private static void add(@Nullable Run part, Run run, List<String> gaps) {
        if (part == null) {
            gaps.add(run.pointer() + " keeps a part in a place that the log does not hold");
        } else {
            run.add(part);
        }
    }

    private void add(@Nullable InputFile file, Run run, List<String> gaps) {
        if (file == null) {
            gaps.add(run.pointer() + " keeps a part outside of the folder that is read");
            return;
        }
        Run part = new Run("", limits.results());
        try {
            Json.stream(file, limits.json(), root -> part.take(root, sink));
            run.add(part);
        } catch (SourceException e) {
            gaps.add(run.pointer() + " keeps a part in another file: " + e.getMessage());
        }
    }

    /** The file an address means; null if it is none below the folder that is read. */
    private @Nullable InputFile file(String uri) {
        String path = ArtifactPaths.relative(uri);
        String folder = log.name().substring(0, log.name().lastIndexOf('/') + 1);
        return path == null ? null : InputFile.of(log.root(), folder + path);
    }
}
