package dev.throughline.connector.defender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports and examples that nobody here wrote. */
final class DefenderCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("throughline.corpus", "absent"));

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @BeforeEach
    void findCorpus() {
        assumeThat(CORPUS.resolve("MANIFEST.md")).as("the corpus of real files").exists();
    }

    private Completeness read(Path root, String file) {
        Partition partition = DefenderConnector.files(root, List.of(Path.of(file)))
                .list()
                .partitions()
                .get(0);
        return partition.read(sink);
    }

    /** The example of an answer as plain JSON, counted without anything of the connector. */
    @Test
    void findsAsManyVulnerabilitiesAsAPlainCount() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Path example = CORPUS.resolve("azure-rest-examples/ListSubscriptionSubAssessments_example.json");
        JsonNode answer = mapper.readTree(example.toFile()).at("/responses/200/body");
        mapper.writeValue(folder.resolve("answer.json").toFile(), answer);
        Set<AssetKey> expected = new TreeSet<>();
        for (JsonNode part : answer.path("value")) {
            if (part.at("/properties/status/code").asText().equals("Unhealthy")) {
                part.at("/properties/additionalData/cve")
                        .forEach(cve -> expected.add(
                                AssetKey.vulnerability(cve.path("title").asText())));
            }
        }

        assertThat(read(folder, "answer.json")).isEqualTo(Completeness.complete());

        assertThat(expected).isNotEmpty();
        assertThat(sink.all(Vulnerability.class)).extracting(Vulnerability::key).containsExactlyElementsOf(expected);
        assertThat(sink.all(Weakness.class)).hasSameSizeAs(expected);
        assertThat(sink.rejections()) // the example has a GUID where a digest should stand
                .singleElement()
                .asString()
                .contains("/additionalData/imageDigest");
    }

    @Test
    void anExportWithoutRecommendationsIsComplete() {
        assertThat(read(CORPUS, "defectdojo/azure_security_center_recommendations/zero_vulns.csv"))
                .isEqualTo(Completeness.complete());
        assertThat(sink.assets()).isEmpty();
    }

    /** Defender for Endpoint is another product. */
    @Test
    void vulnerabilitiesOfDefenderForEndpointAreRejected() {
        Completeness completeness = read(CORPUS, "defectdojo/ms_defender/report_one_vuln.json");

        assertThat(completeness).isNotEqualTo(Completeness.complete());
        assertThat(sink.assets()).isEmpty();
        assertThat(sink.rejections()).singleElement().asString().contains("neither an assessment nor a part of one");
    }
}
