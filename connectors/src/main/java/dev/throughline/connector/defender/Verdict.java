package dev.throughline.connector.defender;

import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of Defender for Cloud for states and severities. */
final class Verdict {
    private Verdict() {}

    /**
     * The state of a weakness; null if there is none. Healthy resources have none, nor have those the question does not
     * apply to, unless that is so because somebody exempted them.
     */
    static @Nullable SourceState state(String code, @Nullable String cause) {
        return switch (code.toLowerCase(Locale.ROOT)) {
            case "unhealthy" -> SourceState.OPEN;
            case "notapplicable" -> "exempt".equalsIgnoreCase(cause) ? SourceState.DISMISSED : null;
            case "healthy" -> null;
            default -> throw new IllegalArgumentException("the state is none of Healthy, Unhealthy and NotApplicable");
        };
    }

    static @Nullable Severity severity(@Nullable String severity) {
        return severity == null
                ? null
                : switch (severity.toLowerCase(Locale.ROOT)) {
                    case "critical" -> Severity.CRITICAL;
                    case "high" -> Severity.HIGH;
                    case "medium" -> Severity.MEDIUM;
                    case "low" -> Severity.LOW;
                    default -> null;
                };
    }
}
