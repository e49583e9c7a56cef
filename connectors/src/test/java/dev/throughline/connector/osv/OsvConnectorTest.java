package dev.throughline.connector.osv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Severity;
import dev.throughline.model.Vulnerability;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OsvConnectorTest extends ConnectorContract {
    private static final String V3 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N";
    private static final String V4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N";
    private static final String SPRING = """
        {"id": "GHSA-g5vr-rgqm-vf78", "aliases": ["CVE-2024-38819", "BIT-spring-2024-38819"],
         "summary": "Path traversal in Spring", "details": "%s",
         "severity": [{"type": "CVSS_V3", "score": "%s"}, {"type": "CVSS_V4", "score": "%s"}],
         "database_specific": {"cwe_ids": ["CWE-22"], "severity": "HIGH"}, "affected": [{"package": {"name": "x"}}]}
        """.formatted(CANARY, V3, V4);

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Override
    protected OsvConnector connector() {
        return record(SPRING);
    }

    private OsvConnector record(String json) {
        Written.file(folder, "record.json", json);
        return OsvConnector.files(folder).named("maven");
    }

    private void read(String json) {
        record(json).list().partitions().get(0).read(sink);
    }

    @Test
    void tellsOtherIdsSeverityAndWeaknessTypes() {
        read(SPRING);

        assertThat(sink.all(Vulnerability.class))
                .containsExactly(new Vulnerability(
                        AssetKey.vulnerability("CVE-2024-38819"),
                        "Path traversal in Spring",
                        Severity.HIGH,
                        8.7,
                        V4,
                        null,
                        null,
                        List.of("CWE-22"),
                        List.of("BIT-spring-2024-38819", "GHSA-g5vr-rgqm-vf78"),
                        null,
                        null,
                        null));
    }

    @Test
    void keepsItsOwnIdWhereNoneOrSeveralCvesAreNamed() {
        read("{\"id\": \"GHSA-aaaa-bbbb-cccc\"}");
        read("{\"id\": \"DSA-1\", \"aliases\": [\"CVE-2024-0001\", \"CVE-2024-0002\"]}");

        assertThat(sink.all(Vulnerability.class))
                .extracting(v -> v.key().value())
                .containsExactly("GHSA-aaaa-bbbb-cccc", "DSA-1");
    }

    @Test
    void saysNothingOfWhatWasWithdrawn() {
        read("{\"id\": \"GHSA-aaaa-bbbb-cccc\", \"withdrawn\": \"2024-01-01T00:00:00Z\"}");

        assertThat(sink.assets()).isEmpty();
    }

    @Test
    void rejectsABadVectorAloneAndTakesTheNextVersion() {
        read("""
            {"id": "GHSA-aaaa-bbbb-cccc",
             "severity": [{"type": "CVSS_V4", "score": "7.5"}, {"type": "CVSS_V3", "score": "%s"}]}
            """.formatted(V3));

        assertThat(sink.all(Vulnerability.class).get(0).cvssVector()).isEqualTo(V3);
        assertThat(sink.all(Vulnerability.class).get(0).severity()).isEqualTo(Severity.HIGH);
        assertThat(sink.rejections())
                .singleElement()
                .hasToString("record.json /severity/0/score: not a CVSS vector: '7.5' is not a metric with its value");
    }

    @Test
    void refusesWhatIsNoRecord() {
        assertThatThrownBy(() -> read("{\"aliases\": []}"))
                .isInstanceOf(SourceException.class)
                .hasMessage("record.json /id: this field is required and has no value");
        assertThatThrownBy(() -> read("{\"id\": \"x\", \"aliases\": [7]}"))
                .isInstanceOf(SourceException.class)
                .hasMessage("record.json /aliases/0: expected a string, found number");
    }
}
