package dev.throughline.connector.sarif;

import dev.throughline.connector.support.CodeResult;
import dev.throughline.connector.support.CodeResults;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.OneLine;
import dev.throughline.connector.support.Records;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the results of a run (SARIF 2.1.0 §3.14, §3.27). */
final class RunReader {
    private static final Set<String> NO_FAILURES = Set.of("pass", "notapplicable", "informational");
    private static final Set<String> UNDECIDED = Set.of("underreview", "rejected");

    private final AssetKey repository;
    private final FactSink sink;
    private final String tool;
    private final ToolRules rules;
    private final ArtifactPaths paths;
    private final boolean ofImage;
    private final List<CodeResult> read = new ArrayList<>();
    private final Map<AssetKey, Asset> ruleAssets = new LinkedHashMap<>();

    RunReader(Fields run, AssetKey repository, FactSink sink) {
        this.repository = repository;
        this.sink = sink;
        this.tool = OneLine.of(run.object("tool").object("driver").requiredText("name"));
        this.rules = new ToolRules(run.object("tool"));
        this.paths = new ArtifactPaths(run);
        this.ofImage = run.get("properties").node().hasNonNull("imageName");
    }

    void read(List<Fields> results) {
        Records.each(results, sink, (result, facts) -> read(result));
        CodeResults.emit(repository, read, sink);
        ruleAssets.values().forEach(sink::accept);
    }

    private void read(Fields result) {
        String kind = result.text("kind");
        if (kind != null && NO_FAILURES.contains(kind.toLowerCase(Locale.ROOT))) {
            return;
        }
        ToolRule rule = rules.of(result);
        List<Fields> locations = result.list("locations");
        Fields location = locations.isEmpty() ? Fields.NONE : locations.get(0).object("physicalLocation");
        String message = rule.message(result.object("message"));
        Asset ruleAsset = rule.asset(tool);
        String vulnerability = rule.vulnerability();
        read.add(new CodeResult(
                tool,
                rule.id(),
                message,
                result.object("partialFingerprints").text("primaryLocationLineHash"),
                paths.of(location.object("artifactLocation")),
                location.object("region").number("startLine"),
                ScanType.of(tool, rule.name(), vulnerability != null, ofImage || isInImage(result)),
                rule.title(message),
                severity(result, rule),
                state(result),
                result.text("hostedViewerUri"),
                ruleAsset == null ? null : ruleAsset.key()));
        if (ruleAsset != null) {
            ruleAssets.putIfAbsent(ruleAsset.key(), ruleAsset);
        }
    }

    /** Scanners of images name the image and its layer instead of a file of the repository. */
    private static boolean isInImage(Fields result) {
        return result.list("locations").stream()
                .flatMap(l -> l.list("logicalLocations").stream())
                .map(l -> l.text("fullyQualifiedName"))
                .anyMatch(n -> n != null && n.contains("@sha256:"));
    }

    private static @Nullable Severity severity(Fields result, ToolRule rule) {
        Severity security = rule.securitySeverity();
        if (security != null) {
            return security;
        }
        String level = result.text("level");
        return ToolRule.severity(level == null ? rule.level() : level);
    }

    /** Suppressed means: there are suppressions, and none that is under review or rejected (§3.27.23). */
    private static SourceState state(Fields result) {
        if ("absent".equals(result.text("baselineState"))) {
            return SourceState.FIXED;
        }
        List<Fields> suppressions = result.list("suppressions");
        boolean decided = suppressions.stream()
                .map(s -> s.text("status"))
                .noneMatch(s -> s != null && UNDECIDED.contains(s.toLowerCase(Locale.ROOT)));
        return !suppressions.isEmpty() && decided ? SourceState.DISMISSED : SourceState.OPEN;
    }
}
