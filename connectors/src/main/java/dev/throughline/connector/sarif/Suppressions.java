package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Fields;
import dev.throughline.model.SourceState;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a log says of a result besides that it was found: that somebody suppressed it, or that it is gone.
 *
 * @param state the state it is in
 * @param text kinds and statuses, {@code external underReview, inSource accepted}; null if nobody suppressed it
 */
record Suppressions(SourceState state, @Nullable String text) {
    private static final Suppressions NONE = new Suppressions(SourceState.OPEN, null);
    private static final Set<String> UNDECIDED = Set.of("underreview", "rejected");

    /** Suppressed means: there are suppressions, and none that is under review or rejected (§3.27.23). */
    static Suppressions of(List<Fields> suppressions, @Nullable String baselineState) {
        if (suppressions.isEmpty() && !"absent".equals(baselineState)) {
            return NONE;
        }
        Set<String> texts = new TreeSet<>();
        boolean decided = !suppressions.isEmpty();
        for (Fields suppression : suppressions) {
            String kind = suppression.text("kind");
            String status = suppression.text("status");
            texts.add((kind == null ? "external" : kind) + " " + (status == null ? "accepted" : status));
            decided &= status == null || !UNDECIDED.contains(status.toLowerCase(Locale.ROOT));
        }
        SourceState state = decided ? SourceState.DISMISSED : SourceState.OPEN;
        return new Suppressions(
                "absent".equals(baselineState) ? SourceState.FIXED : state,
                texts.isEmpty() ? null : String.join(", ", texts));
    }
}
