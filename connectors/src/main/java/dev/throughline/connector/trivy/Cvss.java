package dev.throughline.connector.trivy;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The CVSS score to believe among those of several publishers.
 *
 * @param score base score, 0.0 to 10.0
 * @param vector vector with its version prefix
 */
record Cvss(@Nullable Double score, @Nullable String vector) {
    private static final Cvss UNKNOWN = new Cvss(null, null);

    /**
     * CVSS 4.0 before 3.x, of the publisher whose severity Trivy shows, else of the NVD, else of the first in the
     * alphabet who has one. CVSS 2.0 knows no critical severity and is left aside.
     */
    static Cvss of(Fields finding) {
        Fields cvss = finding.object("CVSS");
        return Stream.concat(
                        Stream.of(Objects.toString(finding.text("SeveritySource"), ""), "nvd"),
                        cvss.names().stream().sorted())
                .map(cvss::object)
                .flatMap(publisher -> Stream.of(of(publisher, "V40"), of(publisher, "V3")))
                .filter(score -> !score.equals(UNKNOWN))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Cvss of(Fields publisher, String version) {
        Double score = publisher.decimal(version + "Score");
        if (score != null && (score < 0 || score > 10)) {
            throw new WrongShape(publisher.pointer() + "/" + version + "Score", "expected a number from 0 to 10");
        }
        String vector = publisher.text(version + "Vector");
        return new Cvss(score, vector != null && vector.startsWith("CVSS:") ? vector : null);
    }
}
