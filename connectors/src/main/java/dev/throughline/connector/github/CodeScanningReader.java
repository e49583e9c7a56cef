package dev.throughline.connector.github;

import dev.throughline.connector.support.CodeResult;
import dev.throughline.connector.support.CodeResults;
import dev.throughline.connector.support.Cwe;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Fingerprint;
import dev.throughline.connector.support.OneLine;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Rule;
import dev.throughline.model.Severity;
import dev.throughline.model.WeaknessType;
import java.util.List;
import java.util.Locale;
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
        Rule rule = rule(alert.object("rule"), tool);
        Fields instance = alert.object("most_recent_instance");
        Fields location = instance.object("location");
        String message = instance.object("message").text("text");
        CodeResult result = new CodeResult(
                tool,
                rule == null || rule.name() == null ? "" : rule.name(),
                message == null ? "" : message,
                null,
                location.text("path"),
                location.number("start_line"),
                WeaknessType.CODE,
                title(rule, message),
                rule == null ? null : rule.severity(),
                AlertState.of(alert),
                alert.text("html_url"),
                rule == null ? null : rule.key());
        if (rule != null) {
            sink.accept(rule);
        }
        results.add(result, sink);
    }

    private static String title(@Nullable Rule rule, @Nullable String message) {
        String title = rule == null || rule.title() == null ? message : rule.title();
        return title == null ? "" : OneLine.of(title);
    }

    private static @Nullable Rule rule(Fields rule, String tool) {
        String id = rule.text("id");
        if (id == null || id.isBlank()) {
            return null;
        }
        String description = rule.text("description");
        List<String> cwes = Cwe.in(rule.strings("tags"));
        return new Rule(
                Fingerprint.rule(tool, id),
                id,
                tool,
                description == null ? id : OneLine.of(description),
                severity(rule),
                null,
                cwes.isEmpty() ? null : cwes);
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
