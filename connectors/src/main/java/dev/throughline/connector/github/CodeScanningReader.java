package dev.throughline.connector.github;

import dev.throughline.connector.support.CodeResult;
import dev.throughline.connector.support.CodeResults;
import dev.throughline.connector.support.Cwe;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Fingerprint;
import dev.throughline.connector.support.OneLine;
import dev.throughline.connector.support.ScanType;
import dev.throughline.connector.support.VulnerabilityId;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Rule;
import dev.throughline.model.Severity;
import dev.throughline.model.Vulnerability;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads code scanning alerts (REST, <em>Code scanning</em>). */
final class CodeScanningReader {
    private final Reading reading;
    private final CodeResults results;

    CodeScanningReader(AssetKey repository, Reading reading) {
        this.reading = reading;
        this.results = new CodeResults(repository);
    }

    /** Reads the alerts and returns whether the platform keeps any list of them. */
    boolean read(String folder) {
        boolean listed = reading.list(folder + "/code-scanning-alerts", null, this::alert);
        emit();
        return listed;
    }

    /** Hands over the weaknesses of all alerts read so far, which have their keys only together. */
    void emit() {
        results.emit(reading.sink());
    }

    void alert(Fields alert, FactSink sink) {
        String tool = alert.object("tool").requiredText("name");
        Fields rule = alert.object("rule");
        String id = Objects.toString(rule.text("id"), "").strip();
        String vulnerability = VulnerabilityId.in(id);
        Asset instanceOf = vulnerability == null ? rule(rule, id, tool) : vulnerability(rule, vulnerability);
        Fields instance = alert.object("most_recent_instance");
        Fields location = instance.object("location");
        String message = Objects.toString(instance.object("message").text("text"), "");
        CodeResult result = new CodeResult(
                tool,
                id,
                message,
                null,
                location.text("path"),
                location.number("start_line"),
                ScanType.of(Fingerprint.slug(tool), rule.text("name"), vulnerability != null, false),
                title(rule, id, message),
                severity(rule),
                AlertState.of(alert),
                alert.text("html_url"),
                instanceOf == null ? null : instanceOf.key());
        if (instanceOf != null) {
            sink.accept(instanceOf);
        }
        results.add(result, sink);
    }

    private static String title(Fields rule, String id, String message) {
        String description = rule.text("description");
        String known = description == null ? id : description;
        return OneLine.of(known.isBlank() ? message : known);
    }

    private static @Nullable Rule rule(Fields rule, String id, String tool) {
        return id.isEmpty()
                ? null
                : new Rule(Fingerprint.rule(tool, id), id, tool, title(rule, id, ""), severity(rule), null, cwes(rule));
    }

    /** Scanners of packages name their rules after vulnerabilities. */
    private static Vulnerability vulnerability(Fields rule, String id) {
        return new Vulnerability(
                AssetKey.vulnerability(id),
                null,
                rule.has("security_severity_level") ? severity(rule) : null,
                null,
                null,
                null,
                null,
                cwes(rule),
                null,
                null,
                null,
                null);
    }

    private static @Nullable List<String> cwes(Fields rule) {
        List<String> cwes = Cwe.in(rule.strings("tags"));
        return cwes.isEmpty() ? null : cwes;
    }

    /** The rating the platform made of the security severity, or else the level of the rule. */
    private static @Nullable Severity severity(Fields rule) {
        String rated = rule.text("security_severity_level");
        String level = rated == null ? rule.text("severity") : rated;
        return level == null
                ? null
                : switch (level.toLowerCase(Locale.ROOT)) {
                    case "critical" -> Severity.CRITICAL;
                    case "high", "error" -> Severity.HIGH;
                    case "medium", "warning" -> Severity.MEDIUM;
                    case "low", "note" -> Severity.LOW;
                    case "none" -> Severity.NONE;
                    default -> null;
                };
    }
}
