package dev.throughline.connector.grype;

import dev.throughline.connector.support.CvssRating;
import dev.throughline.connector.support.CvssVector;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import java.util.Comparator;
import java.util.List;

/** Chooses the CVSS rating to believe among those of several publishers. */
final class Cvss {
    private static final Comparator<Fields> PRIMARY_FIRST =
            Comparator.comparing(rating -> !"Primary".equals(rating.text("type")));

    private Cvss() {}

    /**
     * That of the record that was matched, else of those related to it, in their order; CVSS 4.0 before 3.x, primary ratings
     * before secondary ones. CVSS 2.0 knows no critical severity and is left aside.
     */
    static CvssRating of(List<Fields> records, FactSink sink) {
        for (Fields record : records) {
            List<Fields> ratings =
                    record.list("cvss").stream().sorted(PRIMARY_FIRST).toList();
            for (String version : List.of("4", "3")) {
                for (Fields rating : ratings) {
                    if (String.valueOf(rating.text("version")).startsWith(version)) {
                        CvssRating read = read(rating, sink);
                        if (!read.equals(CvssRating.UNKNOWN)) {
                            return read;
                        }
                    }
                }
            }
        }
        return CvssRating.UNKNOWN;
    }

    /** The score stands in an object of its own, away from its vector. */
    private static CvssRating read(Fields rating, FactSink sink) {
        CvssRating printed = CvssRating.of(rating.object("metrics"), "vector", "baseScore", sink);
        CvssVector vector = CvssRating.vector(rating, "vector", sink);
        return vector == null ? printed : new CvssRating(vector.text(), vector.score(), printed.published());
    }
}
