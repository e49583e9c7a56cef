package dev.throughline.connector.trivy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import dev.throughline.model.Rule;
import dev.throughline.model.Severity;
import dev.throughline.model.SoftwarePackage;
import dev.throughline.model.SourceState;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrivyConnectorTest {
    private static final String SPRING = """
        {
          "VulnerabilityID": "CVE-2024-38819",
          "PkgName": "org.springframework:spring-webmvc",
          "PkgPath": "app/app.jar",
          "PkgIdentifier": {"PURL": "pkg:maven/org.springframework/spring-webmvc@6.1.13", "UID": "1"},
          "InstalledVersion": "6.1.13",
          "FixedVersion": "6.1.14",
          "Status": "will_not_fix",
          "SeveritySource": "ghsa",
          "Title": "Path traversal in functional web frameworks",
          "Severity": "HIGH",
          "CweIDs": ["CWE-22"],
          "CVSS": {
            "ghsa": {"V3Vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N", "V3Score": 7.5},
            "nvd": {"V3Vector": "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N", "V3Score": 5.9}
          }
        }\
        """;

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Test
    void readsAVulnerablePackageOfAnImage() throws IOException {
        read(TrivyReports.image(TrivyReports.pushed(), results("lang-pkgs", "Java", SPRING)));

        assertThat(sink.all(Vulnerability.class))
                .containsExactly(new Vulnerability(
                        new AssetKey("vulnerability:CVE-2024-38819"),
                        "Path traversal in functional web frameworks",
                        Severity.HIGH,
                        7.5,
                        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N",
                        null,
                        null,
                        List.of("CWE-22"),
                        null,
                        7.5,
                        null,
                        null));
        assertThat(sink.all(SoftwarePackage.class))
                .containsExactly(new SoftwarePackage(
                        new AssetKey("package:pkg:maven/org.springframework/spring-webmvc@6.1.13"),
                        "maven",
                        "org.springframework/spring-webmvc",
                        "6.1.13"));
        Weakness weakness = onlyWeakness();
        assertThat(weakness)
                .isEqualTo(new Weakness(
                        weakness.key(),
                        "CVE-2024-38819 in org.springframework:spring-webmvc 6.1.13",
                        WeaknessType.CONTAINER_IMAGE,
                        Severity.HIGH,
                        "Trivy",
                        "app/app.jar",
                        null,
                        "6.1.14",
                        "pkg:maven/org.springframework/spring-webmvc@6.1.13",
                        SourceState.OPEN,
                        null));
        assertThat(sink.relations().stream().map(Object::toString))
                .contains(
                        "image:" + TrivyReports.MANIFEST
                                + " HAS_PACKAGE package:pkg:maven/org.springframework/spring-webmvc@6.1.13"
                                + " {path=app/app.jar}",
                        weakness.key() + " AFFECTS image:" + TrivyReports.MANIFEST,
                        weakness.key() + " INSTANCE_OF vulnerability:CVE-2024-38819");
    }

    @Test
    void aWeaknessKeepsItsKeyWhereverInTheImageThePackageLies() throws IOException {
        String elsewhere = SPRING.replace("app/app.jar", "opt/other.jar")
                .replace("webmvc@6.1.13", "webmvc@6.1.13?type=jar")
                .replace("HIGH", "LOW");
        read(TrivyReports.image(TrivyReports.pushed(), results("lang-pkgs", "Java", SPRING, elsewhere)));
        AssetKey key = onlyKey();

        Collected next = new Collected();
        partition(TrivyReports.image(TrivyReports.pushed(), results("lang-pkgs", "Java", elsewhere)), c -> c)
                .read(next);
        assertThat(next.all(Weakness.class)).extracting(Weakness::key).containsExactly(key);
    }

    @Test
    void knowsAPackageWithoutASoundPackageUrlByItsName() throws IOException {
        read(TrivyReports.image(TrivyReports.pushed(), results("os-pkgs", "shop (debian 12)", """
            {"VulnerabilityID": "CVE-2021-36159", "PkgName": "apk-tools", "Severity": "UNKNOWN"}
            """, """
            {"VulnerabilityID": "CVE-2021-3711", "PkgName": "libssl", "PkgIdentifier": {"PURL": "pkg:deb"}}
            """)));

        assertThat(sink.all(SoftwarePackage.class)).isEmpty();
        assertThat(sink.all(Weakness.class)).extracting(Weakness::packageName).containsExactly("apk-tools", "libssl");
        assertThat(sink.all(Weakness.class)).extracting(Weakness::title).contains("CVE-2021-36159 in apk-tools");
        assertThat(sink.all(Weakness.class)).extracting(Weakness::severity).containsOnlyNulls();
        assertThat(sink.all(Weakness.class)).extracting(Weakness::path).containsOnlyNulls();
        assertThat(sink.rejections())
                .singleElement()
                .hasToString("report.json /Results/0/Vulnerabilities/1/PkgIdentifier/PURL:"
                        + " 'pkg:deb' is not a package URL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ghsa|{'ghsa': {'V40Score': 8.7, 'V3Score': 7.5}, 'nvd': {'V3Score': 9.8}}|8.7",
                "ghsa|{'ghsa': {'V2Score': 5.0}, 'nvd': {'V3Score': 9.8}, 'aaa': {'V3Score': 1.0}}|9.8",
                "debian|{'redhat': {'V3Score': 6.1}, 'bitnami': {'V3Score': 6.2}}|6.2",
                "debian|{'nvd': {'V2Score': 7.5}}|",
                "debian|{}|"
            })
    void believesTheScoreOfThePublisherWhoseSeverityIsShown(String source, String cvss, Double score)
            throws IOException {
        read(TrivyReports.image(
                TrivyReports.pushed(), results("os-pkgs", "x", """
            {"VulnerabilityID": "CVE-2021-1", "PkgName": "a", "SeveritySource": "%s", "CVSS": %s}
            """.formatted(source, cvss.replace('\'', '"')))));

        assertThat(sink.all(Vulnerability.class))
                .extracting(Vulnerability::cvssScore)
                .containsExactly(score);
    }

    @Test
    void rejectsABadVulnerabilityAndKeepsTheOthers() throws IOException {
        read(TrivyReports.image(
                TrivyReports.pushed(), results("lang-pkgs", "Java", "{\"PkgName\": \"a\"}", SPRING, """
            {"VulnerabilityID": "CVE-1", "PkgName": "a", "CVSS": {"nvd": {"V3Score": 1e9}}}
            """, "7")));

        assertThat(sink.all(Weakness.class))
                .as("a bad score spoils no vulnerability")
                .hasSize(2);
        assertThat(sink.rejections().stream().map(Object::toString))
                .containsExactly(
                        "report.json /Results/0/Vulnerabilities/0/VulnerabilityID:"
                                + " this field is required and has no value",
                        "report.json /Results/0/Vulnerabilities/2/CVSS/nvd/V3Score: expected a number from 0 to 10",
                        "report.json /Results/0/Vulnerabilities/3: expected an object, found number");
    }

    @Test
    void laysFindingsOfAFileSystemOnTheRepositoryItIsTold() throws IOException {
        String report = TrivyReports.report(
                "filesystem", "{}", results("lang-pkgs", "pom.xml", SPRING.replace("PkgPath", "X")));
        partition(report, c -> c.repository("https://github.com/Acme/Shop.git")).read(sink);

        Weakness weakness = onlyWeakness();
        assertThat(weakness.type()).isEqualTo(WeaknessType.DEPENDENCY);
        assertThat(weakness.path()).isEqualTo("pom.xml");
        assertThat(sink.relations(RelationType.AFFECTS))
                .containsExactly(weakness.key() + " AFFECTS repository:github.com/acme/shop");
        assertThat(sink.relations(RelationType.HAS_PACKAGE))
                .containsExactly("repository:github.com/acme/shop HAS_PACKAGE"
                        + " package:pkg:maven/org.springframework/spring-webmvc@6.1.13 {path=pom.xml}");
    }

    @Test
    void takesTheRepositoryThatWasClonedFromTheReport() throws IOException {
        read(TrivyReports.report(
                "repository",
                "{\"RepoURL\": \"https://github.com/acme/shop\"}",
                results("lang-pkgs", "pom.xml", SPRING)));

        assertThat(sink.relations(RelationType.AFFECTS))
                .singleElement()
                .asString()
                .endsWith("AFFECTS repository:github.com/acme/shop");
    }

    @Test
    void readsFailedChecksButNotThoseThatPassed() throws IOException {
        String report = TrivyReports.report("repository", "{}", """
            [{"Target": "Dockerfile", "Class": "config", "Misconfigurations": [
              {"ID": "DS002", "Title": "Image user should not be 'root'", "Severity": "HIGH", "Status": "FAIL",
               "Message": "EXAMPLE-not-a-real-password", "CauseMetadata": {"StartLine": 7, "Code": {"Lines": []}}},
              {"ID": "DS005", "Title": "ADD instead of COPY", "Severity": "LOW", "Status": "PASS"}
            ]}]
            """);
        partition(report, c -> c.repository("github.com/acme/shop")).read(sink);

        assertThat(sink.all(Rule.class))
                .containsExactly(new Rule(
                        new AssetKey("rule:trivy/DS002"),
                        "DS002",
                        "Trivy",
                        "Image user should not be 'root'",
                        Severity.HIGH,
                        null,
                        null));
        Weakness weakness = onlyWeakness();
        assertThat(weakness.type()).isEqualTo(WeaknessType.INFRASTRUCTURE_AS_CODE);
        assertThat(weakness.title()).isEqualTo("Image user should not be 'root'");
        assertThat(weakness.path()).isEqualTo("Dockerfile");
        assertThat(weakness.line()).isEqualTo(7);
        assertThat(sink.relations(RelationType.INSTANCE_OF))
                .containsExactly(weakness.key() + " INSTANCE_OF rule:trivy/DS002");
        assertThat(sink.facts().toString()).doesNotContain("EXAMPLE");
    }

    @Test
    void keepsOfASecretOnlyRuleAndPlace() throws IOException {
        read(TrivyReports.image(TrivyReports.pushed(), """
            [{"Target": "/app/lib/insecurity.js", "Class": "secret", "Secrets": [
              {"RuleID": "private-key", "Category": "AsymmetricPrivateKey", "Severity": "HIGH",
               "Title": "EXAMPLE-title", "StartLine": 22, "EndLine": 22, "Match": "EXAMPLE-key",
               "Code": {"Lines": [{"Content": "EXAMPLE-key"}]}}
            ]}]
            """));

        Weakness weakness = onlyWeakness();
        assertThat(weakness)
                .isEqualTo(new Weakness(
                        weakness.key(),
                        "Secret found by rule private-key",
                        WeaknessType.SECRET,
                        Severity.HIGH,
                        "Trivy",
                        "/app/lib/insecurity.js",
                        22L,
                        null,
                        null,
                        SourceState.OPEN,
                        null));
        assertThat(sink.facts().toString()).doesNotContain("EXAMPLE");
    }

    @Test
    void nullListsAreEmpty() throws IOException {
        assertThat(read(TrivyReports.image(TrivyReports.pushed(), "null"))).isEqualTo(Completeness.complete());
        assertThat(read(TrivyReports.image(TrivyReports.pushed(), """
            [{"Target": "a", "Vulnerabilities": null, "Misconfigurations": null, "Secrets": null}]
            """))).isEqualTo(Completeness.complete());
        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.all(Weakness.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"Target\": \"alpine\"}]|report.json: a report of schema 1, which names no digest",
                "{\"ClusterName\": \"prod\"}|report.json: the cluster is unknown; name it with TrivyConnector.cluster",
                "{\"bomFormat\": \"x\"}|report.json /SchemaVersion: missing, so this is no JSON report of Trivy",
                "{\"SchemaVersion\": 3}|report.json /SchemaVersion: schema 3 is not 2",
                "{\"SchemaVersion\": \"2\"}|report.json /SchemaVersion: expected a whole number",
                "{\"SchemaVersion\": 2, \"ArtifactType\": \"vm\"}"
                        + "|report.json /ArtifactType: a report of type 'vm' is not read",
                "{\"SchemaVersion\": 2, \"ArtifactType\": \"filesystem\"}"
                        + "|report.json /ArtifactType: the repository is unknown;"
                        + " name it with TrivyConnector.repository",
                "{\"SchemaVersion\": 2, \"ArtifactType\": \"container_image\"}"
                        + "|report.json /Metadata: neither RepoDigests nor ImageID has a digest",
                "{\"SchemaVersion\": 2, \"ArtifactType\": \"container_image\","
                        + " \"Metadata\": {\"ImageID\": \"sha256:1\"}}"
                        + "|report.json /Metadata/ImageID: 'sha256:1' is not a sha256",
                "{|report.json 1:"
            })
    void refusesWhatItCannotRead(String document, String message) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        assertThatThrownBy(() -> partition("{\"SchemaVersion\": 2}", c -> c.maxFileSize(5))
                        .read(sink))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("larger than 5 bytes");
    }

    @Test
    void readsOnlyJsonFilesOfADirectory() throws IOException {
        for (String name : List.of("b.json", "a/b.json.gz", "README.md", "b.sarif")) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }

        assertThat(TrivyConnector.files(folder).list().partitions())
                .extracting(Partition::name)
                .containsExactly("a/b.json.gz", "b.json");
    }

    @Test
    void namesTheScopeByTheFolderUnlessTold() {
        assertThat(TrivyConnector.files(Path.of("out/scans")).scope()).hasToString("trivy:scans");
        assertThat(TrivyConnector.files(Path.of("out/scans")).named("nightly").scope())
                .hasToString("trivy:nightly");
    }

    private Completeness read(String report) throws IOException {
        return partition(report, connector -> connector).read(sink);
    }

    private Partition partition(String report, UnaryOperator<TrivyConnector> options) throws IOException {
        Files.writeString(folder.resolve("report.json"), report);
        return options.apply(TrivyConnector.files(folder)).list().partitions().get(0);
    }

    private Weakness onlyWeakness() {
        assertThat(sink.all(Weakness.class)).hasSize(1);
        return sink.all(Weakness.class).get(0);
    }

    private AssetKey onlyKey() {
        assertThat(sink.all(Weakness.class))
                .extracting(Weakness::key)
                .hasSize(2)
                .containsOnly(sink.all(Weakness.class).get(0).key());
        return sink.all(Weakness.class).get(0).key();
    }

    private static String results(String type, String target, String... vulnerabilities) {
        return "[{\"Target\": \"" + target + "\", \"Class\": \"" + type + "\", \"Vulnerabilities\": ["
                + String.join(", ", vulnerabilities) + "]}]";
    }
}
