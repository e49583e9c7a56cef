package dev.throughline.connector.cyclonedx;

import dev.throughline.connector.support.CvssRating;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How bad a vulnerability is, by the rating to believe among those of several publishers.
 *
 * @param severity severity; null if nobody says
 * @param cvss rating by CVSS
 */
record Rating(@Nullable Severity severity, CvssRating cvss) {
    /** Newest first. CVSS 2.0 knows no critical severity and is left aside. */
    private static final List<String> METHODS = List.of("CVSSv4", "CVSSv31", "CVSSv3");

    /** The publisher of the vulnerability before the NVD before others; of one publisher, the newest version of CVSS. */
    static Rating of(Fields vulnerability, FactSink sink) {
        String publisher = name(vulnerability);
        List<Fields> ratings = new ArrayList<>(vulnerability.list("ratings"));
        ratings.sort(Comparator.comparing((Fields rating) -> rank(name(rating), publisher))
                .thenComparing(rating -> version(rating)));
        CvssRating cvss = ratings.stream()
                .filter(rating -> version(rating) < METHODS.size())
                .map(rating -> CvssRating.of(rating, "vector", "score", sink))
                .filter(rating -> !rating.equals(CvssRating.UNKNOWN))
                .findFirst()
                .orElse(CvssRating.UNKNOWN);
        Severity severity = ratings.stream()
                .filter(rating -> !"CVSSv2".equals(rating.text("method")))
                .map(rating -> severity(rating.text("severity")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(cvss.score() == null ? null : Severity.ofCvss(cvss.score()));
        return new Rating(severity, cvss);
    }

    private static String name(Fields rated) {
        return Objects.toString(rated.object("source").text("name"), "").toLowerCase(Locale.ROOT);
    }

    private static int rank(String source, String publisher) {
        return !source.isEmpty() && source.equals(publisher) ? 0 : source.equals("nvd") ? 1 : 2;
    }

    private static int version(Fields rating) {
        int version = METHODS.indexOf(Objects.toString(rating.text("method"), ""));
        return version < 0 ? METHODS.size() : version;
    }

    private static @Nullable Severity severity(@Nullable String word) {
        return word == null
                ? null
                : switch (word) {
                    case "critical" -> Severity.CRITICAL;
                    case "high" -> Severity.HIGH;
                    case "medium" -> Severity.MEDIUM;
                    case "low" -> Severity.LOW;
                    case "info", "none" -> Severity.NONE;
                    default -> null;
                };
    }
}
