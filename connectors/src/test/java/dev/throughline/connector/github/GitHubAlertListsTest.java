package dev.throughline.connector.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ExposedSecret;
import dev.throughline.model.RelationType;
import dev.throughline.model.SourceState;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts of many repositories in one file, and alerts as GraphQL answers them. */
final class GitHubAlertListsTest extends ConnectorContract {
    private static final String DEPENDENCY = """
        {"number": 23, "state": "open", %s
         "dependency": {"package": {"ecosystem": "maven", "name": "org.springframework:spring-web"}, "manifest_path": "pom.xml"},
         "security_vulnerability": {"first_patched_version": {"identifier": "6.0.0"}},
         "security_advisory": {"ghsa_id": "GHSA-4wrc-f8pq-fpqp", "cve_id": "CVE-2016-1000027", "severity": "critical",
           "summary": "Unsafe deserialization", "epss": {"percentage": 0.5}, "cwes": [{"cwe_id": "CWE-502"}],
           "cvss_severities": {"cvss_v3": {"vector_string": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "score": 9.8}}}}
        """;
    private static final String GRAPHQL = """
        {"id": "RVA_1", %s "vulnerableManifestPath": "pom.xml", "securityVulnerability": {"severity": "CRITICAL",
          "package": {"name": "org.springframework:spring-web", "ecosystem": "MAVEN"}, "firstPatchedVersion": {"identifier": "6.0.0"},
          "advisory": {"summary": "Unsafe deserialization", "description": "x", "epss": {"percentage": 0.5},
            "cvssSeverities": {"cvssV3": {"vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "score": 9.8}, "cvssV4": null},
            "cwes": {"nodes": [{"cweId": "CWE-502"}]},
            "identifiers": [{"type": "GHSA", "value": "GHSA-4wrc-f8pq-fpqp"}, {"type": "CVE", "value": "CVE-2016-1000027"}]}}}
        """;

    @TempDir
    private Path folder;

    @Override
    protected GitHubConnector connector() {
        write("repositories.json", "[]");
        write("code-scanning-alerts.json", """
            [%s, {"number": 5, "state": "open", "rule": {"id": "java/xss"}, "tool": {"name": "CodeQL"},
              "url": "https://api.github.com/repos/acme/web/code-scanning/alerts/5",
              "most_recent_instance": {"message": {"text": "Written."}, "location": {"path": "A.java", "start_line": 3}}}]
            """.formatted(code("acme/shop")));
        write(
                "dependabot-alerts.json",
                "[" + DEPENDENCY.formatted("\"repository\": {\"full_name\": \"acme/shop\"},") + "]");
        write("secret-scanning-alerts.json", """
            [{"number": 2, "state": "open", "secret_type": "aws_key", "secret": "%s", "repository": {"full_name": "acme/shop"}}]
            """.formatted(CANARY));
        write("vulnerability-alerts.json", """
            {"data": {"search": {"nodes": [{"name": "web", "vulnerabilityAlerts": {"nodes": [%s]}}]}}}
            """.formatted(GRAPHQL.formatted("")));
        return GitHubConnector.export(folder).organization("acme");
    }

    private static String code(String repository) {
        return """
            {"number": 4, "state": "dismissed", "rule": {"id": "java/xss"}, "tool": {"name": "CodeQL"},
             "repository": {"full_name": "%s"},
             "most_recent_instance": {"message": {"text": "Written."}, "location": {"path": "A.java", "start_line": 3}}}
            """.formatted(repository);
    }

    @Test
    void alertsOfManyRepositoriesAreAPartitionOfTheirOwn() {
        assertThat(connector().list().partitions())
                .extracting(Partition::name)
                .containsExactly("organization", "alerts");
    }

    @Test
    void eachAlertIsOneOfItsRepository() {
        Collected facts = read(connector(), "alerts");

        assertThat(facts.relations(RelationType.AFFECTS))
                .hasSize(4)
                .anyMatch(r -> r.endsWith("AFFECTS repository:github.com/acme/shop {location=A.java:3}"))
                .anyMatch(r -> r.endsWith("AFFECTS repository:github.com/acme/web {location=A.java:3}"));
        assertThat(facts.all(ExposedSecret.class))
                .extracting(secret -> secret.key().text())
                .containsExactly("secret:github.com/acme/shop/secret-scanning/2");
    }

    @Test
    void anAlertHasTheSameKeyFromEveryList() {
        write("repositories.json", "[{\"name\": \"shop\"}]");
        write("repositories/shop/dependabot-alerts.json", "[" + DEPENDENCY.formatted("") + "]");
        AssetKey ofRepository = dependency(read(acme(), "repositories/shop"));
        write("repositories/shop/dependabot-alerts.json", "[]");
        write(
                "repositories/shop/vulnerability-alerts.json",
                "{\"data\": {\"repository\": {\"vulnerabilityAlerts\": {\"nodes\": [%s]}}}}"
                        .formatted(GRAPHQL.formatted("\"number\": 23,")));
        AssetKey ofGraphQl = dependency(read(acme(), "repositories/shop"));
        AssetKey ofOrganization = dependency(read(connector(), "alerts"));

        assertThat(ofRepository).isEqualTo(ofGraphQl).isEqualTo(ofOrganization);
    }

    @Test
    void graphQlSaysTheSameAsRest() {
        Collected facts = read(connector(), "alerts");

        assertThat(facts.all(Vulnerability.class)).hasSize(2);
        assertThat(facts.all(Vulnerability.class).get(0))
                .isEqualTo(facts.all(Vulnerability.class).get(1));
    }

    @Test
    void withoutAStateItsTimesTell() {
        assertThat(state("")).isEqualTo(SourceState.OPEN);
        assertThat(state("\"dismissedAt\": \"2024-01-01T00:00:00Z\",")).isEqualTo(SourceState.DISMISSED);
        assertThat(state("\"fixedAt\": \"2024-01-01T00:00:00Z\", \"dismissedAt\": null,"))
                .isEqualTo(SourceState.FIXED);
        assertThat(state("\"state\": \"AUTO_DISMISSED\",")).isEqualTo(SourceState.DISMISSED);
    }

    private SourceState state(String fields) {
        write("repositories.json", "[]");
        write(
                "vulnerability-alerts.json",
                "[{\"data\": {\"repository\": {\"nameWithOwner\": \"acme/shop\", \"vulnerabilityAlerts\": {\"nodes\": [%s]}}}}]"
                        .formatted(GRAPHQL.formatted(fields)));
        return read(acme(), "alerts").all(Weakness.class).get(0).state();
    }

    @Test
    void pagesThatAreMissingMakeItPartial() {
        write("repositories.json", "[]");
        String page = "{\"data\": {\"repository\": {\"name\": \"shop\", \"vulnerabilityAlerts\": {\"nodes\": [],"
                + " \"pageInfo\": {\"hasNextPage\": %s}}}}}";

        write("vulnerability-alerts.json", "[" + page.formatted(true) + "," + page.formatted(false) + "]");
        assertThat(completeness()).isEqualTo(Completeness.complete());
        write("vulnerability-alerts.json", page.formatted(true));
        assertThat(completeness())
                .isEqualTo(Completeness.partial(
                        "vulnerability-alerts.json /data/repository/vulnerabilityAlerts: more pages follow"));
        write("vulnerability-alerts.json", "{\"errors\": [{\"message\": \"rate limited\"}]}");
        assertThat(completeness())
                .isEqualTo(Completeness.partial("vulnerability-alerts.json: the answer has errors or no data"));
    }

    @Test
    void anAnswerThatDoesNotSayWhoseAlertsTheseAreIsRejected() {
        write("repositories.json", "[]");
        write("vulnerability-alerts.json", "{\"data\": {\"repository\": {\"vulnerabilityAlerts\": {\"nodes\": []}}}}");

        assertThat(read(acme(), "alerts").rejections())
                .singleElement()
                .hasToString("vulnerability-alerts.json /data/repository:"
                        + " neither nameWithOwner nor name says whose alerts these are");
    }

    private static AssetKey dependency(Collected facts) {
        return facts.all(Weakness.class).stream()
                .filter(weakness -> "Unsafe deserialization".equals(weakness.title()))
                .findFirst()
                .orElseThrow()
                .key();
    }

    private Completeness completeness() {
        return partition(acme(), "alerts").read(new Collected());
    }

    private GitHubConnector acme() {
        return GitHubConnector.export(folder).organization("acme");
    }

    private static Collected read(GitHubConnector connector, String name) {
        Collected sink = new Collected();
        partition(connector, name).read(sink);
        return sink;
    }

    private static Partition partition(GitHubConnector connector, String name) {
        return connector.list().partitions().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void write(String name, String content) {
        Written.file(folder, name, content);
    }
}
