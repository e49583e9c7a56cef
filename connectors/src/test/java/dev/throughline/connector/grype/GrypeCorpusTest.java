package dev.throughline.connector.grype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.throughline.connector.support.Collected;
import dev.throughline.model.Asset;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real reports of many versions of Grype, counted as plain JSON without anything of the connector. */
final class GrypeCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("throughline.corpus", "absent"));
    private static final Pattern CVE = Pattern.compile("CVE-.*");

    @BeforeEach
    void findCorpus() {
        assumeThat(CORPUS.resolve("MANIFEST.md")).as("the corpus of real files").exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "defectdojo/anchore_grype/check_all_fields.json",
                "defectdojo/anchore_grype/issue_9618.json",
                "defectdojo/anchore_grype/no_vuln.json",
                "grype/chainguard-ruby-test.json"
            })
    void findsAsMuchInAnImageAsAPlainCount(String file) throws IOException {
        JsonNode report = new ObjectMapper().readTree(CORPUS.resolve(file).toFile());
        Set<String> vulnerabilities = new HashSet<>();
        Set<List<String>> weaknesses = new HashSet<>();
        for (JsonNode match : report.path("matches")) {
            String id = cve(match);
            JsonNode artifact = match.path("artifact");
            vulnerabilities.add(id);
            weaknesses.add(List.of(
                    id, artifact.path("name").asText(), artifact.path("version").asText()));
        }

        Collected sink = read(file);

        assertThat(sink.rejections()).isEmpty();
        assertThat(distinct(sink, ContainerImage.class)).isEqualTo(1);
        assertThat(distinct(sink, Vulnerability.class)).isEqualTo(vulnerabilities.size());
        assertThat(distinct(sink, Weakness.class)).isEqualTo(weaknesses.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"analysis-model/grype-report.json", "defectdojo/anchore_grype/many_vulns4.json"})
    void findsAsMuchInADirectoryAsAPlainCount(String file) throws IOException {
        JsonNode report = new ObjectMapper().readTree(CORPUS.resolve(file).toFile());
        Set<List<String>> weaknesses = new HashSet<>();
        for (JsonNode match : report.path("matches")) {
            for (JsonNode location : match.path("artifact").path("locations")) {
                weaknesses.add(List.of(
                        cve(match),
                        match.path("artifact").path("purl").asText(),
                        location.path("path").asText()));
            }
        }

        assertThat(distinct(read(file), Weakness.class)).isEqualTo(weaknesses.size());
    }

    private static Collected read(String file) {
        Collected sink = new Collected();
        GrypeConnector.files(CORPUS, List.of(Path.of(file)))
                .repository("github.com/acme/shop")
                .list()
                .partitions()
                .get(0)
                .read(sink);
        return sink;
    }

    private static String cve(JsonNode match) {
        Set<String> cves = new HashSet<>(match.path("relatedVulnerabilities").findValuesAsText("id"));
        cves.add(match.path("vulnerability").path("id").asText());
        cves.removeIf(id -> !CVE.matcher(id).matches());
        return cves.size() == 1
                ? cves.iterator().next()
                : match.path("vulnerability").path("id").asText();
    }

    private static int distinct(Collected sink, Class<? extends Asset> kind) {
        return (int) sink.all(kind).stream().map(Asset::key).distinct().count();
    }
}
