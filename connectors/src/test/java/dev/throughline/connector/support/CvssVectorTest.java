package dev.throughline.connector.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CvssVectorTest {
    private static final String V31 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
    private static final String V40 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";

    private final Collected sink = new Collected();

    @ParameterizedTest
    @CsvSource({
        V31 + ", 9.8",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N, 7.5",
        "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H, 10.0",
        "AV:N/AC:L/Au:N/C:P/I:P/A:P, 7.5",
        V40 + ", 9.3"
    })
    void scoresEveryVersion(String vector, double score) {
        assertThat(CvssVector.parse(vector)).isEqualTo(new CvssVector(vector, score));
    }

    @ParameterizedTest
    @CsvSource({
        "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, " + V31,
        "AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, " + V40
    })
    void addsAVersionThatThePublisherLeftOut(String printed, String vector) {
        assertThat(CvssVector.parse(printed)).isEqualTo(CvssVector.parse(vector));
    }

    @ParameterizedTest
    @CsvSource({V31 + "/E:U, 9.0", V31 + "/E:H, 9.8", V31 + "/E:X, 9.8", V40 + "/E:U, 8.1", V40 + "/E:A, 9.3"})
    void countsWhatIsKnownOfExploits(String vector, double score) {
        assertThat(CvssVector.parse(vector).score()).isEqualTo(score);
    }

    @ParameterizedTest
    @ValueSource(strings = {V31 + "/MC:N/MI:N/MA:N", V31 + "/CR:L/IR:L/AR:L"})
    void leavesTheEnvironmentOfThePublisherAside(String vector) {
        assertThat(CvssVector.parse(vector)).isEqualTo(new CvssVector(vector, 9.8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello|'hello' is not a metric with its value",
                "''|'' is not a metric with its value",
                "CVSS:9.9/AV:N|'CVSS:9.9/' is not a version of CVSS that is known",
                "CVSS:3.1/AV:N/AC:L|base metrics are missing",
                "CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H|base metrics are missing",
                V31 + "/AV:L|it names the metric AV twice",
                V31 + "/E:Q|the metric E has no value Q",
                V31 + "/VC:H|it has no metric VC in this version",
                "CVSS:3.1/|'' is not a metric with its value"
            })
    void saysWhatIsWrongWithAVector(String text, String cause) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CvssVector.parse(text))
                .withMessage("not a CVSS vector: " + cause);
    }

    @Test
    void refusesAVectorOfAnyLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> CvssVector.parse("AV:N/".repeat(10_000)));
    }

    private CvssRating rating(String json) throws IOException {
        return CvssRating.of(Fields.of("a.json", new ObjectMapper().readTree(json)), "vector", "score", sink);
    }

    @Test
    void keepsAWrongScoreBesideTheOneThatFollowsFromTheVector() throws IOException {
        assertThat(rating("{\"vector\": \"" + V31 + "\", \"score\": 3.2}")).isEqualTo(new CvssRating(V31, 9.8, 3.2));
    }

    @Test
    void rejectsABadVectorAloneAndBelievesThePrintedScore() throws IOException {
        assertThat(rating("{\"vector\": \"CVSS:3.1/AV:N\", \"score\": 7.5}")).isEqualTo(new CvssRating(null, 7.5, 7.5));
        assertThat(sink.rejections())
                .singleElement()
                .hasToString("a.json /vector: not a CVSS vector: base metrics are missing");
    }

    @Test
    void rejectsAScoreThatIsNone() throws IOException {
        assertThat(rating("{\"score\": 11}")).isEqualTo(CvssRating.UNKNOWN);
        assertThat(sink.rejections()).singleElement().hasToString("a.json /score: expected a number from 0 to 10");
    }
}
