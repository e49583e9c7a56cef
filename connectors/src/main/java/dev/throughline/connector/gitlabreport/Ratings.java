package dev.throughline.connector.gitlabreport;

import dev.throughline.connector.support.CvssRating;
import dev.throughline.connector.support.CvssVector;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Severity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How bad a finding is. */
final class Ratings {
    private Ratings() {}

    static @Nullable Severity severity(Fields finding) {
        String word = finding.text("severity");
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "critical" -> Severity.CRITICAL;
            case "high" -> Severity.HIGH;
            case "medium" -> Severity.MEDIUM;
            case "low" -> Severity.LOW;
            case "info" -> Severity.NONE;
            default -> null;
        };
    }

    /** CVSS 4.0 before 3.x, of the vendor that comes first. CVSS 2.0 knows no critical severity and is left aside. */
    static @Nullable CvssVector cvss(Fields finding, FactSink sink) {
        List<Fields> ratings = finding.list("cvss_vectors");
        for (String version : List.of("CVSS:4", "CVSS:3")) {
            for (Fields rating : ratings) {
                if (String.valueOf(rating.text("vector")).startsWith(version)) {
                    CvssVector vector = CvssRating.vector(rating, "vector", sink);
                    if (vector != null) {
                        return vector;
                    }
                }
            }
        }
        return null;
    }
}
