package dev.throughline.connector.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Throughline;
import dev.throughline.connector.github.GitHubConnector;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Connector;
import dev.throughline.finding.Finding;
import dev.throughline.model.RelationType;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs beside other sources, and from one reading to the next, seen from the findings. */
final class SarifSourcesTest {
    private static final String LOG = """
        {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "CodeQL", "rules": [{"id": "java/sql-injection",
           "name": "java/sql-injection", "shortDescription": {"text": "Query built from user-controlled sources"},
           "properties": {"security-severity": "8.8"}}]}},
         "results": [{"ruleId": "java/sql-injection", "ruleIndex": 0,
           "message": {"text": "This query depends on a [value](1)."},
           "partialFingerprints": {"primaryLocationLineHash": "de4c22a632362a17:1"},
           "locations": [{"physicalLocation": {"artifactLocation": {"uri": "src/Refunds.java"},
             "region": {"startLine": 74}}}]}]}]}
        """;

    @TempDir
    private Path folder;

    @Test
    void theSameResultInALogAndInAnAlertOfGitHubIsOneFinding() throws IOException {
        write("scans/codeql.sarif", LOG);
        write("export/repositories.json", "[{\"name\": \"shop\", \"full_name\": \"acme/shop\"}]");
        write("export/repositories/shop/code-scanning-alerts.json", """
            [{"number": 4, "state": "open", "html_url": "https://github.com/acme/shop/security/code-scanning/4",
              "rule": {"id": "java/sql-injection", "severity": "error", "security_severity_level": "high",
                       "description": "Query built from user-controlled sources"},
              "tool": {"name": "CodeQL"},
              "most_recent_instance": {"message": {"text": "This query depends on a value."},
                "location": {"path": "src/Refunds.java", "start_line": 74}}}]
            """);

        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(
                    sarif(), GitHubConnector.export(folder.resolve("export")).organization("acme"));

            assertThat(throughline.assess().allFindings().list())
                    .filteredOn(finding -> finding.asset().text().equals("repository:github.com/acme/shop"))
                    .extracting(Finding::title)
                    .containsExactly("Query built from user-controlled sources");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Trivy, CVE-2019-1549, LanguageSpecificPackageVulnerability, DEPENDENCY, vulnerability:CVE-2019-1549",
        "gitleaks, aws-token, , SECRET, rule:gitleaks/aws-token",
        "checkov, CKV_AWS_18, , INFRASTRUCTURE_AS_CODE, rule:checkov/CKV_AWS_18",
    })
    void anAlertOfGitHubIsOfTheSameTypeAndCaseAsTheResultItWasMadeOf(
            String tool, String rule, String name, WeaknessType type, String instanceOf) throws IOException {
        String ruleName = name == null ? "" : "\"name\": \"" + name + "\",";
        write("scans/a.sarif", """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "TOOL", "rules": [{"id": "RULE", NAME
               "shortDescription": {"text": "Old"}, "properties": {"security-severity": "8.8"}}]}},
             "results": [{"ruleId": "RULE", "message": {"text": "m"},
               "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a"}}}]}]}]}
            """.replace("TOOL", tool).replace("RULE", rule).replace("NAME", ruleName));
        write("export/repositories.json", "[{\"name\": \"shop\", \"full_name\": \"acme/shop\"}]");
        write(
                "export/repositories/shop/code-scanning-alerts.json",
                """
            [{"number": 4, "state": "open", "tool": {"name": "TOOL"},
              "rule": {"id": "RULE", NAME "security_severity_level": "high", "description": "Old"},
              "most_recent_instance": {"message": {"text": "m"}, "location": {"path": "a"}}}]
            """.replace("TOOL", tool).replace("RULE", rule).replace("NAME", ruleName));
        Collected log = read(sarif());
        Collected alerts = read(GitHubConnector.export(folder.resolve("export")).organization("acme"));

        assertThat(log.all(Weakness.class)).extracting(Weakness::type).containsExactly(type);
        assertThat(alerts.all(Weakness.class)).isEqualTo(log.all(Weakness.class));
        assertThat(alerts.relations(RelationType.INSTANCE_OF))
                .isEqualTo(log.relations(RelationType.INSTANCE_OF))
                .singleElement()
                .asString()
                .endsWith(instanceOf);
    }

    private static Collected read(Connector connector) {
        Collected sink = new Collected();
        connector.list().partitions().forEach(partition -> partition.read(sink));
        return sink;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"CodeQL\"}}}]}",
                "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"CodeQL\"}}, \"results\": [],"
                        + " \"invocations\": [{\"executionSuccessful\": false}]}]}",
                "{\"version\": \"2.1.0\", \"runs\": [",
                "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"CodeQL\"}}, \"results\":"
                        + " []}]}"
            })
    void aScanThatFailedClosesNothing(String log) throws IOException {
        write("scans/codeql.sarif", LOG);
        write("scans/other.sarif", LOG.replace("Refunds", "Orders"));

        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(sarif());
            write("scans/codeql.sarif", log);
            throughline.ingest(sarif());

            assertThat(throughline.assess().findings().list()).hasSize(2);
        }
    }

    @Test
    void aSourceThatIsNotReadAgainClosesNothing() throws IOException {
        write("scans/codeql.sarif", LOG);
        write("scans/other/codeql.sarif", LOG.replace("Refunds", "Orders"));

        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(sarif());
            throughline.ingest(SarifConnector.files(folder.resolve("scans/other"))
                    .repository("github.com/acme/shop")
                    .named("other"));

            assertThat(throughline.assess().findings().list()).hasSize(2);
        }
    }

    private SarifConnector sarif() {
        return SarifConnector.files(folder.resolve("scans")).repository("github.com/acme/shop");
    }

    private void write(String name, String content) {
        Written.file(folder, name, content);
    }
}
