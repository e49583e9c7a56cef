package dev.throughline.connector.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.sarif.SarifConnector;
import dev.throughline.connector.support.Collected;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ExposedSecret;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.Rule;
import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts of one repository. */
final class GitHubAlertsTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final String CANARY = "EXAMPLE-not-a-real-secret";

    @TempDir
    private Path folder;

    private GitHubExport export;

    @BeforeEach
    void startEmpty() {
        export = new GitHubExport(folder);
    }

    @Test
    void aListOfAlertsShowsThatTheFeatureIsOn() {
        export.writeShop();
        export.write("repositories/shop/code-scanning-alerts.json", "[]");
        export.write("repositories/shop/dependabot-alerts.json", "[]");

        Repository shop = export.read("repositories/shop").get(Repository.class, SHOP);

        assertThat(shop.codeScanning()).isTrue();
        assertThat(shop.dependencyAlerts()).isTrue();
    }

    @Test
    void readsACodeScanningAlert() {
        export.writeShop();
        export.writeCodeScanningAlert();

        Collected facts = export.read("repositories/shop");

        Weakness weakness = facts.all(Weakness.class).get(0);
        assertThat(weakness.title()).isEqualTo("Query built from user-controlled sources");
        assertThat(weakness.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(weakness.state()).isEqualTo(SourceState.DISMISSED);
        assertThat(facts.relations(RelationType.AFFECTS))
                .containsExactly(weakness.key() + " AFFECTS " + SHOP + " {location=src/Refunds.java:74}");
        assertThat(facts.all(Rule.class)).extracting(Rule::cwes).containsExactly(List.of("CWE-89"));
    }

    @Test
    void anAlertHasTheKeyOfTheSarifResultItWasMadeOf() {
        export.writeShop();
        export.writeCodeScanningAlert();
        Path sarif = export.write("codeql.sarif", """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "CodeQL"}}, "results": [
              {"ruleId": "java/sql-injection", "message": {"text": "This query depends on a [value](1)."},
               "partialFingerprints": {"primaryLocationLineHash": "de4c22a632362a17:1"},
               "locations": [{"physicalLocation": {"artifactLocation": {"uri": "src/Refunds.java"},
                 "region": {"startLine": 71}}}]}]}]}
            """);
        Collected fromSarif = new Collected();
        SarifConnector.files(sarif)
                .repository("github.com/acme/shop")
                .list()
                .partitions()
                .get(0)
                .read(fromSarif);

        assertThat(export.read("repositories/shop").all(Weakness.class).get(0).key())
                .isEqualTo(fromSarif.all(Weakness.class).get(0).key());
    }

    @Test
    void readsADependabotAlert() {
        export.writeShop();
        export.write("repositories/shop/dependabot-alerts.json", """
            [{"number": 23, "state": "open", "html_url": "https://github.com/acme/shop/security/dependabot/23",
              "dependency": {"package": {"ecosystem": "maven", "name": "org.springframework:spring-webmvc"},
                             "manifest_path": "pom.xml"},
              "security_vulnerability": {"first_patched_version": {"identifier": "6.1.14"}},
              "security_advisory": {
                "ghsa_id": "GHSA-g5vr-rgqm-vf78", "cve_id": "CVE-2024-38819", "severity": "high",
                "summary": "Path traversal in Spring",
                "identifiers": [{"type": "GHSA", "value": "GHSA-g5vr-rgqm-vf78"}, {"type": "CVE", "value": "CVE-2024-38819"}],
                "cvss_severities": {"cvss_v3": {"vector_string": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", "score": 7.5},
                                    "cvss_v4": {"vector_string": null, "score": 0.0}},
                "epss": {"percentage": "0.5190e-1"}, "cwes": [{"cwe_id": "CWE-22"}]}}]
            """);

        Collected facts = export.read("repositories/shop");

        AssetKey cve = AssetKey.vulnerability("CVE-2024-38819");
        Weakness weakness = facts.all(Weakness.class).get(0);
        assertThat(facts.get(Vulnerability.class, cve))
                .isEqualTo(new Vulnerability(
                        cve,
                        "Path traversal in Spring",
                        Severity.HIGH,
                        7.5,
                        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
                        0.0519,
                        null,
                        List.of("CWE-22"),
                        List.of("GHSA-g5vr-rgqm-vf78"),
                        7.5,
                        null,
                        null));
        assertThat(weakness.type()).isEqualTo(WeaknessType.DEPENDENCY);
        assertThat(weakness.packageName()).isEqualTo("pkg:maven/org.springframework/spring-webmvc");
        assertThat(weakness.fixedVersion()).isEqualTo("6.1.14");
        assertThat(facts.relations(RelationType.HAS_PACKAGE))
                .containsExactly(
                        SHOP + " HAS_PACKAGE package:pkg:maven/org.springframework/spring-webmvc {path=pom.xml}");
        assertThat(facts.relations(RelationType.INSTANCE_OF)).containsExactly(weakness.key() + " INSTANCE_OF " + cve);
    }

    @Test
    void readsTheKindAndPlaceOfAnExposedSecretButNotTheSecret() {
        export.writeShop();
        export.write("repositories/shop/secret-scanning-alerts.json", """
            [{"number": 7, "state": "resolved", "resolution": "revoked", "secret_type": "github_pat",
              "secret_type_display_name": "GitHub Personal Access Token", "secret": "%s", "validity": "inactive",
              "publicly_leaked": true}]
            """.formatted(CANARY));
        export.write("repositories/shop/secret-scanning-alerts/7/locations.json", """
            [{"type": "issue_body", "details": {"issue_body_url": "https://api.github.com/repos/acme/shop/issues/1"}},
             {"type": "commit", "details": {"path": "deploy.sh", "start_line": 12}},
             {"type": "commit", "details": {"path": "old/deploy.sh", "start_line": 3}}]
            """);

        Collected facts = export.read("repositories/shop");

        AssetKey key = AssetKey.inRepository(AssetKind.EXPOSED_SECRET, SHOP, "secret-scanning/7");
        assertThat(facts.get(ExposedSecret.class, key))
                .isEqualTo(new ExposedSecret(
                        key,
                        "github_pat",
                        "GitHub Personal Access Token",
                        "deploy.sh",
                        12L,
                        SourceState.FIXED,
                        "inactive",
                        true,
                        null));
        assertThat(facts.relations(RelationType.CONTAINS)).contains(SHOP + " CONTAINS " + key);
        assertThat(facts.facts()).noneMatch(fact -> fact.contains(CANARY));
    }
}
