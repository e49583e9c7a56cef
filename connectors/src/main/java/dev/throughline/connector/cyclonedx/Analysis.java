package dev.throughline.connector.cyclonedx;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.sbom.SbomDocument;
import dev.throughline.fact.FactSink;
import dev.throughline.model.VexStatus;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the author of a file found out about a vulnerability.
 *
 * @param status the state it found
 * @param justification why it does not matter; null if it does not say
 * @param detail the same in free text; null if it does not say
 * @param time when; null if it does not say
 */
record Analysis(
        VexStatus status,
        @Nullable String justification,
        @Nullable String detail,
        @Nullable Instant time) {
    private static final Map<String, VexStatus> STATES = Map.of(
            "resolved", VexStatus.FIXED,
            "resolved_with_pedigree", VexStatus.FIXED,
            "exploitable", VexStatus.AFFECTED,
            "in_triage", VexStatus.UNDER_INVESTIGATION,
            "false_positive", VexStatus.NOT_AFFECTED,
            "not_affected", VexStatus.NOT_AFFECTED);

    /** Reads {@code analysis}; null if it is absent or its state is unknown. */
    static @Nullable Analysis of(Fields vulnerability, FactSink sink) {
        Fields analysis = vulnerability.object("analysis");
        String state = analysis.text("state");
        VexStatus status = state == null ? null : STATES.get(state);
        if (status == null) {
            return null;
        }
        Instant time = SbomDocument.time(analysis, "lastUpdated", sink);
        return new Analysis(
                status,
                analysis.text("justification"),
                analysis.text("detail"),
                time == null ? SbomDocument.time(analysis, "firstIssued", sink) : time);
    }

    /** Whether it says that there is nothing to do. */
    boolean isSettled() {
        return status == VexStatus.NOT_AFFECTED || status == VexStatus.FIXED;
    }
}
