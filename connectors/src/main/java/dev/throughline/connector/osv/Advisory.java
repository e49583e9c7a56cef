package dev.throughline.connector.osv;

import dev.throughline.connector.support.CvssRating;
import dev.throughline.connector.support.CvssVector;
import dev.throughline.connector.support.Cwe;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.OneLine;
import dev.throughline.connector.support.VulnerabilityId;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Severity;
import dev.throughline.model.Vulnerability;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One record of the format. Its vulnerability goes by the id of the CVE, if the record names exactly one. */
final class Advisory {
    /** Newest first; a record may be rated by several versions. */
    private static final List<String> VERSIONS = List.of("CVSS_V4", "CVSS_V3", "CVSS_V2");

    private final Fields advisory;

    Advisory(Fields advisory) {
        this.advisory = advisory;
    }

    void read(FactSink sink) {
        String id = advisory.requiredText("id");
        if (advisory.has("withdrawn")) {
            return;
        }
        VulnerabilityId ids = VulnerabilityId.of(id, advisory.strings("aliases"));
        CvssVector cvss = cvss(sink);
        Fields more = advisory.object("database_specific");
        List<String> cwes = Cwe.in(more.strings("cwe_ids"));
        String summary = advisory.text("summary");
        sink.accept(new Vulnerability(
                ids.key(),
                summary == null || summary.isBlank() ? null : OneLine.of(summary),
                severity(more, cvss),
                cvss == null ? null : cvss.score(),
                cvss == null ? null : cvss.text(),
                null,
                null,
                cwes.isEmpty() ? null : cwes,
                ids.aliases(),
                null,
                null,
                null));
    }

    private @Nullable CvssVector cvss(FactSink sink) {
        List<Fields> ratings = advisory.list("severity");
        for (String version : VERSIONS) {
            for (Fields rating : ratings) {
                CvssVector vector =
                        version.equals(rating.text("type")) ? CvssRating.vector(rating, "score", sink) : null;
                if (vector != null) {
                    return vector;
                }
            }
        }
        return null;
    }

    /** The word of the advisory, else the rating of its score. */
    private static @Nullable Severity severity(Fields more, @Nullable CvssVector cvss) {
        String word = more.get("severity").node().isTextual() ? more.text("severity") : null;
        return switch (word == null ? "" : word.toUpperCase(Locale.ROOT)) {
            case "CRITICAL" -> Severity.CRITICAL;
            case "HIGH" -> Severity.HIGH;
            case "MODERATE", "MEDIUM" -> Severity.MEDIUM;
            case "LOW" -> Severity.LOW;
            default -> cvss == null ? null : Severity.ofCvss(cvss.score());
        };
    }
}
