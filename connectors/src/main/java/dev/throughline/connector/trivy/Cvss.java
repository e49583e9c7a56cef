package dev.throughline.connector.trivy;

import dev.throughline.connector.support.CvssRating;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import java.util.Objects;
import java.util.TreeSet;

/** Chooses the CVSS rating to believe among those of several publishers. */
final class Cvss {
    private static final String NVD = "nvd";

    private Cvss() {}

    /**
     * CVSS 4.0 before 3.x, of the publisher whose severity Trivy shows, else of the NVD, else of the first in the
     * alphabet who has one. CVSS 2.0 knows no critical severity and is left aside.
     */
    static CvssRating of(Fields finding, FactSink sink) {
        Fields cvss = finding.object("CVSS");
        String shown = Objects.toString(finding.text("SeveritySource"), "");
        CvssRating rating = by(shown, cvss, sink);
        if (!isKnown(rating) && !shown.equals(NVD)) {
            rating = by(NVD, cvss, sink);
        }
        return isKnown(rating) ? rating : ofOthers(shown, cvss, sink);
    }

    private static CvssRating ofOthers(String shown, Fields cvss, FactSink sink) {
        for (String publisher : new TreeSet<>(cvss.names())) {
            if (!publisher.equals(shown) && !publisher.equals(NVD)) {
                CvssRating rating = by(publisher, cvss, sink);
                if (isKnown(rating)) {
                    return rating;
                }
            }
        }
        return CvssRating.UNKNOWN;
    }

    private static CvssRating by(String publisher, Fields cvss, FactSink sink) {
        Fields ratings = cvss.object(publisher);
        CvssRating newest = CvssRating.of(ratings, "V40Vector", "V40Score", sink);
        return isKnown(newest) ? newest : CvssRating.of(ratings, "V3Vector", "V3Score", sink);
    }

    private static boolean isKnown(CvssRating rating) {
        return !rating.equals(CvssRating.UNKNOWN);
    }
}
