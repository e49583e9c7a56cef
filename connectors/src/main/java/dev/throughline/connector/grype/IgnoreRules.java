package dev.throughline.connector.grype;

import dev.throughline.connector.support.Fields;
import dev.throughline.model.SourceState;
import java.util.List;

/** Why a match was ignored: {@code appliedIgnoreRules}. */
final class IgnoreRules {
    private IgnoreRules() {}

    /** Fixed if the distribution or a VEX document says so; else it was somebody's wish. */
    static SourceState state(List<Fields> rules) {
        return rules.stream()
                        .anyMatch(rule -> "DistroPackageFixed".equals(rule.text("reason"))
                                || "fixed".equals(rule.text("vex-status")))
                ? SourceState.FIXED
                : SourceState.DISMISSED;
    }
}
