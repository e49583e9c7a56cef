package dev.throughline.connector.gitlabreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real reports, counted as plain JSON without anything of the connector. */
final class GitLabReportCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("throughline.corpus", "absent"));

    @ParameterizedTest
    @CsvSource({
        "defectdojo/gitlab_container_scan/gl-container-scanning-report-5-vuln_v15.json, CONTAINER_IMAGE",
        "defectdojo/gitlab_dep_scan/gl-dependency-scanning-report-many-vuln_v15.json, DEPENDENCY",
        "defectdojo/gitlab_sast/gl-sast-report-cwe_v15.json, CODE",
        "trivy/npm.gitlab.golden, CONTAINER_IMAGE"
    })
    void findsAsMuchAsAPlainCount(String file, WeaknessType type) throws IOException {
        assumeThat(CORPUS.resolve(file)).as("the corpus of real files").exists();
        Set<JsonNode> weaknesses = new HashSet<>();
        Set<String> cves = new HashSet<>();
        for (JsonNode finding :
                new ObjectMapper().readTree(CORPUS.resolve(file).toFile()).path("vulnerabilities")) {
            weaknesses.add(finding.path("id"));
            for (JsonNode identifier : finding.path("identifiers")) {
                if (identifier.path("type").asText().equals("cve")) {
                    cves.add(identifier.path("value").asText());
                }
            }
        }

        Collected sink = new Collected();
        Completeness completeness = GitLabReportConnector.files(CORPUS, List.of(Path.of(file)))
                .repository("gitlab.com/acme/shop")
                .list()
                .partitions()
                .get(0)
                .read(sink);

        assertThat(completeness).isEqualTo(Completeness.complete());
        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.all(Weakness.class))
                .extracting(Weakness::key)
                .hasSameSizeAs(weaknesses)
                .doesNotHaveDuplicates();
        assertThat(sink.all(Weakness.class)).extracting(Weakness::type).containsOnly(type);
        assertThat(sink.all(Vulnerability.class).stream()
                        .map(vulnerability -> vulnerability.key().value())
                        .filter(id -> id.startsWith("CVE-"))
                        .distinct())
                .hasSameSizeAs(cves);
    }
}
