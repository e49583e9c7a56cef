package dev.throughline.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Asset;
import dev.throughline.model.Attestation;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.CustomAsset;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Real reports, catalogues and graphs, counted as plain JSON: more formats like those of {@link IndependentCountsTest}. */
final class IndependentReportCountsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Compares each file of a kind that is not refused, and says how much was compared. */
    private static int compare(String kind, ToIntFunction<JsonNode> expected, ToIntFunction<Collected> actual)
            throws IOException {
        CorpusFiles corpus = CorpusFiles.found();
        int compared = 0;
        for (Path file : corpus.of(kind)) {
            Collected sink;
            try {
                sink = IndependentCountsTest.read(kind, corpus, file);
            } catch (SourceException e) {
                continue;
            }
            int count = expected.applyAsInt(json(corpus.root().resolve(file)));
            assertThat(actual.applyAsInt(sink)).as(file.toString()).isEqualTo(count);
            compared += count;
        }
        return compared;
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError("the connector read " + file, e);
        }
    }

    /** Of how many the given fields differ. */
    private static int distinct(Iterable<JsonNode> elements, String... fields) {
        Set<String> distinct = new TreeSet<>();
        for (JsonNode element : elements) {
            List<String> values = new ArrayList<>();
            for (String field : fields) {
                values.add(element.at(field).asText());
            }
            distinct.add(values.toString());
        }
        return distinct.size();
    }

    @Test
    void everyFailedOrSuppressedCheckIsAWeakness() throws IOException {
        int compared = compare(
                "checkov-json",
                report -> {
                    List<JsonNode> checks = new ArrayList<>();
                    for (JsonNode framework : report.isArray() ? report : List.of(report)) {
                        framework.at("/results/failed_checks").forEach(checks::add);
                        framework.at("/results/skipped_checks").forEach(checks::add);
                    }
                    return distinct(checks, "/check_id", "/repo_file_path", "/resource");
                },
                sink -> sink.all(Weakness.class).size());

        assertThat(compared).isPositive();
    }

    @Test
    void everyPlaceOfACredentialIsAWeakness() throws IOException {
        int compared = compare(
                "gitleaks-json",
                report -> distinct(report, "/RuleID", "/File", "/Commit", "/StartLine"),
                sink -> sink.all(Weakness.class).size());

        assertThat(compared).isPositive();
    }

    @Test
    void everyFindingOfTheOperatorIsAWeakness() throws IOException {
        int compared = compare(
                "trivy-operator",
                reports -> {
                    int findings = 0;
                    for (JsonNode report : reports.findValues("report")) {
                        findings += distinct(
                                report.path("vulnerabilities"), "/vulnerabilityID", "/resource", "/installedVersion");
                        findings += distinct(report.path("secrets"), "/ruleID", "/target");
                        List<JsonNode> failed = new ArrayList<>();
                        report.path("checks").forEach(check -> {
                            if (!check.path("success").asBoolean()) {
                                failed.add(check);
                            }
                        });
                        findings += distinct(failed, "/checkID");
                    }
                    return findings;
                },
                sink -> sink.all(Weakness.class).size());

        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void everyEntryOfTheCatalogueIsAVulnerability() throws IOException {
        int compared = compare(
                "kev",
                catalogue -> distinct(catalogue.path("vulnerabilities"), "/cveID"),
                sink -> sink.all(Vulnerability.class).size());

        assertThat(compared).isGreaterThan(1000);
    }

    @Test
    void everyVulnerabilityOfABillOfMaterialsThatIsVexIsOne() throws IOException {
        int compared = compare(
                "vex-cyclonedx",
                document -> distinct(document.path("vulnerabilities"), "/id"),
                sink -> (int) sink.all(Vulnerability.class).stream()
                        .map(Vulnerability::key)
                        .distinct()
                        .count());

        assertThat(compared).isPositive();
    }

    @Test
    void everyNodeOfAGraphIsAnAssetAndEveryEdgeARelation() throws IOException {
        compare(
                "opengraph",
                graph -> distinct(graph.at("/graph/nodes"), "/id"),
                sink -> sink.all(CustomAsset.class).size());
        int edges = compare(
                "opengraph",
                graph -> graph.at("/graph/edges").size(),
                sink -> sink.relations().size() + sink.rejections().size());

        assertThat(edges).isPositive();
    }

    @Test
    void everyManifestOfALayoutIsAnImage() throws IOException {
        CorpusFiles corpus = CorpusFiles.found();
        for (Path index : corpus.of("oci-layout")) {
            Path layout = corpus.root().resolve(index).getParent();
            Set<String> images = new TreeSet<>();
            manifests(layout, json(layout.resolve("index.json")), images);

            assertThat(IndependentCountsTest.read("oci-layout", corpus, index).all(ContainerImage.class))
                    .extracting(image -> image.key().value())
                    .as(index.toString())
                    .containsExactlyInAnyOrderElementsOf(images);
            assertThat(images).isNotEmpty();
        }
    }

    private static void manifests(Path layout, JsonNode index, Set<String> images) {
        for (JsonNode manifest : index.path("manifests")) {
            String digest = manifest.path("digest").asText();
            JsonNode blob = json(layout.resolve("blobs").resolve(digest.replace(':', '/')));
            manifests(layout, blob, images);
            if (blob.has("config")) {
                images.add(digest);
            }
        }
    }

    @Test
    void everyItemOfAwsConfigIsTheResourceOfItsArn() throws IOException {
        CorpusFiles corpus = CorpusFiles.found();
        for (Path file : corpus.of("aws-config-item")) {
            JsonNode items = json(corpus.root().resolve(file));
            JsonNode item = items.isArray() ? items.path(0) : items;
            String arn = item.path(item.has("ARN") ? "ARN" : "arn").asText();

            assertThat(IndependentCountsTest.read("aws-config-item", corpus, file)
                            .all(Asset.class))
                    .as(file.toString())
                    .anyMatch(asset -> asset.key().value().equals(arn));
        }
    }

    @Test
    void everyStatementAboutVulnerabilitiesIsAnAttestation() throws IOException {
        assertThat(compare(
                        "vuln-attestation",
                        statement -> 1,
                        sink -> sink.all(Attestation.class).size()))
                .isPositive();
    }
}
