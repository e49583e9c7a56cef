package dev.throughline.connector.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Partition;
import dev.throughline.model.Asset;
import dev.throughline.model.ExposedSecret;
import dev.throughline.model.Weakness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts that nobody here wrote, counted without anything of the connector. */
final class GitHubAlertCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("throughline.corpus", "absent"));

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @BeforeEach
    void findCorpus() {
        assumeThat(CORPUS.resolve("MANIFEST.md")).as("the corpus of real files").exists();
    }

    @ParameterizedTest
    @CsvSource({
        "github-5-vuln.json, vulnerability-alerts.json, alerts",
        "github_shiro.json, repositories/shop/vulnerability-alerts.json, repositories/shop",
        "github-vuln-version.json, repositories/shop/vulnerability-alerts.json, repositories/shop"
    })
    void everyAlertOfGraphQlIsAWeakness(String file, String name, String partition) throws IOException {
        JsonNode answer = new ObjectMapper()
                .readTree(CORPUS.resolve("defectdojo/github_vulnerability/" + file)
                        .toFile());
        int alerts = answer.findValues("securityVulnerability").size();

        read(answer, name, partition);

        assertThat(alerts).isPositive();
        assertThat(keys(Weakness.class)).isEqualTo(alerts);
        assertThat(sink.rejections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "github-rest/code-scanning__list-alerts-for-org.json, code-scanning-alerts.json",
        "github-rest/dependabot__list-alerts-for-org.json, dependabot-alerts.json",
        "github-rest/secret-scanning__list-alerts-for-org.json, secret-scanning-alerts.json",
        "defectdojo/github_sast/github_sast_one_vul.json, code-scanning-alerts.json",
        "defectdojo/github_secrets_detection_report/github_secrets_detection_report_one_vul.json,"
                + " secret-scanning-alerts.json"
    })
    void everyAlertOfAnOrganizationIsAFinding(String file, String name) throws IOException {
        JsonNode recorded = new ObjectMapper().readTree(CORPUS.resolve(file).toFile());
        JsonNode alerts = recorded.isArray() ? recorded : recorded.at("/responses/200/default");

        read(alerts, name, "alerts");

        assertThat(alerts).isNotEmpty();
        assertThat(keys(Weakness.class) + keys(ExposedSecret.class)).isEqualTo(alerts.size());
        assertThat(sink.rejections()).isEmpty();
    }

    private void read(JsonNode content, String name, String partition) throws IOException {
        Files.writeString(folder.resolve("repositories.json"), "[{\"name\": \"shop\"}]");
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        new ObjectMapper().writeValue(path.toFile(), content);
        Partition read = GitHubConnector.export(folder).organization("acme").list().partitions().stream()
                .filter(p -> p.name().equals(partition))
                .findFirst()
                .orElseThrow();
        assertThat(read.read(sink)).isEqualTo(Completeness.complete());
    }

    private <T extends Asset> long keys(Class<T> type) {
        return sink.all(type).stream().map(Asset::key).distinct().count();
    }
}
