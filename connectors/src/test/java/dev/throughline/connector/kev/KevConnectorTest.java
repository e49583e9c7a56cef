package dev.throughline.connector.kev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Vulnerability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KevConnectorTest extends ConnectorContract {
    private static final String SPRING = """
        {"cveID": "CVE-2022-22965", "vulnerabilityName": "Spring Framework", "dateAdded": "2022-04-04",
         "dueDate": "2022-04-25", "knownRansomwareCampaignUse": "Known", "notes": "%s", "cwes": ["CWE-94"]}
        """.formatted(CANARY);

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Override
    protected KevConnector connector() {
        return catalogue("{\"count\": 1, \"vulnerabilities\": [" + SPRING + "]}");
    }

    private KevConnector catalogue(String json) {
        try {
            return KevConnector.file(Files.writeString(folder.resolve("kev.json"), json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Completeness read(KevConnector connector) {
        return connector.list().partitions().get(0).read(sink);
    }

    @Test
    void saysThatAVulnerabilityIsExploitedSinceWhenAndByWhom() {
        read(connector());

        assertThat(sink.all(Vulnerability.class))
                .containsExactly(new Vulnerability(
                        AssetKey.vulnerability("CVE-2022-22965"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        true,
                        List.of("CWE-94"),
                        null,
                        null,
                        Instant.parse("2022-04-04T00:00:00Z"),
                        true));
    }

    @Test
    void doesNotTakeUnknownForNo() {
        read(catalogue("""
            {"vulnerabilities": [{"cveID": "CVE-2022-1", "knownRansomwareCampaignUse": "Unknown", "cwes": []}]}
            """));

        Vulnerability listed = sink.all(Vulnerability.class).get(0);
        assertThat(listed.ransomware()).isNull();
        assertThat(listed.exploitedSince()).isNull();
        assertThat(listed.cwes()).isNull();
    }

    @Test
    void isReadInPartIfEntriesAreMissing() {
        assertThat(read(catalogue("{\"count\": 3, \"vulnerabilities\": [" + SPRING + "]}")))
                .isEqualTo(Completeness.partial("kev.json: 1 of 3 entries are there"));
    }

    @Test
    void rejectsABadEntryAndKeepsTheOthers() {
        read(catalogue("{\"vulnerabilities\": [{}, 7, {\"cveID\": \"CVE-2022-2\", \"dateAdded\": \"soon\"}, " + SPRING
                + "]}"));

        assertThat(sink.all(Vulnerability.class)).hasSize(1);
        assertThat(sink.rejections().stream().map(Object::toString))
                .containsExactly(
                        "kev.json /vulnerabilities/0/cveID: this field is required and has no value",
                        "kev.json /vulnerabilities/1: expected an object, found number",
                        "kev.json /vulnerabilities/2/dateAdded: expected a day such as 2026-11-22");
    }

    @Test
    void refusesWhatIsNoCatalogue() {
        assertThatThrownBy(() -> read(catalogue("{\"other\": []}")))
                .isInstanceOf(SourceException.class)
                .hasMessage("kev.json /vulnerabilities: this list is not there, so it is not the catalogue");
        assertThatThrownBy(() -> read(catalogue("[]"))).isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> read(catalogue("{\"vulnerabilities\": [")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("it ends too early");
        assertThatThrownBy(() -> read(connector().maxFileSize(10)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("larger than 10 bytes");
    }

    @Test
    void readsTheRealCatalogue() {
        String corpus = System.getProperty("throughline.corpus");
        assumeThat(corpus).as("system property throughline.corpus").isNotNull();
        Path file = Path.of(corpus).resolve("cisa-kev/known_exploited_vulnerabilities.json");

        assertThat(read(KevConnector.file(file))).isEqualTo(Completeness.complete());
        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.all(Vulnerability.class)).hasSize(1404).allMatch(v -> v.exploitedSince() != null);
    }
}
