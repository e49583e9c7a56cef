package dev.throughline.connector.trivy;

import dev.throughline.connector.support.CvssRating;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import java.util.Objects;
import java.util.stream.Stream;

/** Chooses the CVSS rating to believe among those of several publishers. */
final class Cvss {
    private Cvss() {}

    /**
     * CVSS 4.0 before 3.x, of the publisher whose severity Trivy shows, else of the NVD, else of the first in the
     * alphabet who has one. CVSS 2.0 knows no critical severity and is left aside.
     */
    static CvssRating of(Fields finding, FactSink sink) {
        Fields cvss = finding.object("CVSS");
        return Stream.concat(
                        Stream.of(Objects.toString(finding.text("SeveritySource"), ""), "nvd"),
                        cvss.names().stream().sorted())
                .distinct()
                .map(cvss::object)
                .flatMap(publisher -> Stream.of("V40", "V3")
                        .map(version -> CvssRating.of(publisher, version + "Vector", version + "Score", sink)))
                .filter(rating -> !rating.equals(CvssRating.UNKNOWN))
                .findFirst()
                .orElse(CvssRating.UNKNOWN);
    }
}
