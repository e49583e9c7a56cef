package dev.throughline.connector.azuredevops;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An alert of Advanced Security (REST 7.2, <em>Advanced Security: Alerts</em>). Neither {@code truncatedSecret} nor {@code
 * validationFingerprints}, which show a secret, are ever read.
 *
 * @param fields the alert
 */
record Alert(Fields fields) {
    /** Number of the alert, which no other alert of the organization has. */
    String id() {
        Long id = fields.number("alertId");
        if (id == null) {
            throw new WrongShape(fields.pointer() + "/alertId", "this field is required and has no value");
        }
        return id.toString();
    }

    String type() {
        return fields.requiredText("alertType");
    }

    @Nullable
    String title() {
        return fields.text("title");
    }

    String tool() {
        String name = tools().text("name");
        return name == null || name.isBlank() ? AdvancedSecurityReader.TOOL : name;
    }

    /** The rule of the first tool that found it; alerts of one type come from one rule. */
    Fields rule() {
        return first(tools().list("rules"));
    }

    private Fields tools() {
        return first(fields.list("tools"));
    }

    /** What is not known to be closed is open. */
    SourceState state() {
        return switch (fields.requiredText("state")) {
            case "active", "unknown" -> SourceState.OPEN;
            case "dismissed", "autoDismissed" -> SourceState.DISMISSED;
            case "fixed" -> SourceState.FIXED;
            default ->
                throw new WrongShape(
                        fields.pointer() + "/state", "expected active, dismissed, autoDismissed, fixed or unknown");
        };
    }

    @Nullable
    Severity severity() {
        String severity = fields.text("severity");
        return severity == null
                ? null
                : switch (severity.toLowerCase(Locale.ROOT)) {
                    case "critical" -> Severity.CRITICAL;
                    case "high", "error" -> Severity.HIGH;
                    case "medium", "warning" -> Severity.MEDIUM;
                    case "low", "note" -> Severity.LOW;
                    default -> null;
                };
    }

    /** File, from the root of the repository. */
    @Nullable
    String path() {
        String path = place().text("filePath");
        return path == null || path.isBlank() ? null : path.replaceFirst("^/+", "");
    }

    @Nullable
    Long line() {
        Long line = place().object("region").number("lineStart");
        return line == null || line < 1 ? null : line;
    }

    private Fields place() {
        return first(fields.list("physicalLocations"));
    }

    /** Its page. */
    @Nullable
    String url() {
        String repository = fields.text("repositoryUrl");
        return repository == null ? null : repository + "/alerts/" + id();
    }

    private static Fields first(List<Fields> list) {
        return list.isEmpty() ? Fields.NONE : list.get(0);
    }
}
