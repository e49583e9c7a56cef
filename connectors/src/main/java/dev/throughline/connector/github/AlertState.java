package dev.throughline.connector.github;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.SourceState;

/** Tells the state of code scanning and Dependabot alerts. */
final class AlertState {
    private AlertState() {}

    static SourceState of(Fields alert) {
        return switch (alert.requiredText("state")) {
            case "open" -> SourceState.OPEN;
            case "dismissed", "auto_dismissed" -> SourceState.DISMISSED;
            case "fixed" -> SourceState.FIXED;
            default ->
                throw new WrongShape(alert.pointer() + "/state", "expected open, dismissed, auto_dismissed or fixed");
        };
    }
}
