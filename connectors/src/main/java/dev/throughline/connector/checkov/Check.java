package dev.throughline.connector.checkov;

import dev.throughline.connector.support.CodeResult;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Fingerprint;
import dev.throughline.connector.support.OneLine;
import dev.throughline.connector.support.SourcePath;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Rule;
import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import dev.throughline.model.WeaknessType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A check of a resource: an element of {@code failed_checks} or {@code skipped_checks}. */
final class Check {
    private static final String TOOL = "Checkov";

    private final Fields check;
    private final WeaknessType type;

    Check(Fields check, WeaknessType type) {
        this.check = check;
        this.type = type;
    }

    CodeResult read(SourceState state, FactSink sink) {
        if (check.has("vulnerability_details")) {
            throw new WrongShape(
                    check.pointer() + "/vulnerability_details",
                    "a vulnerable package, which is not read from Checkov; read a report of Grype or Trivy");
        }
        String id = check.requiredText(check.has("check_id") ? "check_id" : "bc_check_id");
        String brief = check.text("short_description");
        String title = brief == null || brief.isBlank() ? check.text("check_name") : brief;
        Rule rule = new Rule(
                Fingerprint.rule(TOOL, id), id, TOOL, title == null ? null : OneLine.of(title), severity(), null, null);
        sink.accept(rule);
        return new CodeResult(
                TOOL,
                id,
                title == null ? "" : title,
                resource(),
                SourcePath.of(check.text(check.has("repo_file_path") ? "repo_file_path" : "file_path")),
                line(),
                type,
                title == null ? id : OneLine.of(title),
                rule.severity(),
                state,
                check.text("guideline"),
                rule.key());
    }

    /** The resource, by which alike checks of one file differ. That of a credential is a hash of it, so it is never read. */
    private @Nullable String resource() {
        return type == WeaknessType.SECRET ? null : check.text("resource");
    }

    /** Null without a key for Checkov's platform, which rates the checks. */
    private @Nullable Severity severity() {
        String word = check.text("severity");
        return switch (word == null ? "" : word.toUpperCase(Locale.ROOT)) {
            case "CRITICAL" -> Severity.CRITICAL;
            case "HIGH" -> Severity.HIGH;
            case "MEDIUM", "MODERATE" -> Severity.MEDIUM;
            case "LOW" -> Severity.LOW;
            case "INFO" -> Severity.NONE;
            default -> null;
        };
    }

    /** Lines count from 1; where none is known the range is of zeros. */
    private @Nullable Long line() {
        List<Fields> range = check.list("file_line_range");
        if (range.isEmpty()) {
            return null;
        }
        if (!range.get(0).node().canConvertToLong()) {
            throw new WrongShape(range.get(0).pointer(), "expected the number of a line");
        }
        long line = range.get(0).node().longValue();
        return line < 1 ? null : line;
    }
}
