package dev.throughline.connector.gitlabreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.RelationType;
import dev.throughline.model.Rule;
import dev.throughline.model.Severity;
import dev.throughline.model.SoftwarePackage;
import dev.throughline.model.SourceState;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GitLabReportConnectorTest extends ConnectorContract {
    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String REPOSITORY = "https://gitlab.com/acme/shop";
    private static final String INJECTION = """
        {"id": "1", "name": "SQL injection", "description": "%s", "severity": "High", "raw_source_code_extract": "%s",
         "location": {"file": "src/app.py", "start_line": 12, "end_line": 12},
         "identifiers": [{"type": "semgrep_id", "name": "bandit.B608", "value": "bandit.B608"},
                         {"type": "cwe", "name": "CWE-89", "value": 89}]}\
        """.formatted(CANARY, CANARY);
    private static final String NET = """
        {"id": "2", "name": "Rapid reset", "severity": "Critical",
         "location": {"file": "api/go.sum", "image": "registry.example/shop:1",
                      "dependency": {"package": {"name": "golang.org/x/net"}, "version": "v0.9.0"}},
         "cvss_vectors": [{"vendor": "NVD", "vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"}],
         "identifiers": [{"type": "gemnasium", "name": "Gemnasium-1", "value": "1"},
                         {"type": "ghsa", "name": "GHSA-4374-p667-p6c8", "value": "GHSA-4374-p667-p6c8"},
                         {"type": "CVE", "name": "CVE-2023-39325", "value": "CVE-2023-39325"}]}\
        """;

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Override
    protected Connector connector() {
        write("a.json", report("sast", "", INJECTION));
        write("b.json", report("secret_detection", "", secret("GitLab token", 3, "0000000")));
        write("c.json", report("dependency_scanning", "", NET));
        write("d.json", report("container_scanning", "", NET));
        return GitLabReportConnector.files(folder).repository(REPOSITORY);
    }

    @Test
    void readsAResultOfStaticAnalysis() {
        read(report("sast", "", INJECTION));

        Weakness weakness = onlyWeakness();
        assertThat(weakness)
                .isEqualTo(new Weakness(
                        weakness.key(),
                        "SQL injection",
                        WeaknessType.CODE,
                        Severity.HIGH,
                        "Semgrep",
                        "src/app.py",
                        12L,
                        null,
                        null,
                        SourceState.OPEN,
                        null));
        assertThat(sink.all(Rule.class))
                .containsExactly(new Rule(
                        new AssetKey("rule:semgrep/bandit.B608"),
                        "bandit.B608",
                        "Semgrep",
                        null,
                        Severity.HIGH,
                        null,
                        List.of("CWE-89")));
        assertThat(sink.relations(RelationType.AFFECTS))
                .containsExactly(weakness.key() + " AFFECTS repository:gitlab.com/acme/shop {location=src/app.py:12}");
    }

    @Test
    void infrastructureAsCodeIsKnownByItsScanner() {
        read(report("sast", "", INJECTION).replace("\"id\": \"semgrep\"", "\"id\": \"kics\""));

        assertThat(onlyWeakness().type()).isEqualTo(WeaknessType.INFRASTRUCTURE_AS_CODE);
    }

    @Test
    void resultsOfOneFileKeepTheirKeysByTheTrackingOfGitLabWhenLinesMove() {
        read(report("sast", "", tracked(12, "f[0]:1"), tracked(20, "g[0]:1")));
        Collected next = read(new Collected(), report("sast", "", tracked(15, "f[0]:1"), tracked(31, "g[0]:1")));

        assertThat(sink.all(Weakness.class))
                .extracting(Weakness::key)
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(next.all(Weakness.class))
                .extracting(Weakness::key)
                .containsExactlyInAnyOrderElementsOf(
                        sink.all(Weakness.class).stream().map(Weakness::key).toList());
    }

    @Test
    void aLikelyFalsePositiveIsDismissedByItsSource() {
        read(report(
                "sast",
                "",
                INJECTION.replace(
                        "\"severity\"",
                        "\"flags\": [{\"type\": \"flagged-as-likely-false-positive\", \"origin\": \"x\"}],"
                                + " \"severity\"")));

        assertThat(onlyWeakness().state()).isEqualTo(SourceState.DISMISSED);
    }

    @Test
    void readsRuleAndPlaceOfACredentialForEachCommitThatBroughtIt() {
        read(report(
                "secret_detection",
                "",
                secret("GitLab token", 3, "0000000"),
                secret("GitLab token", 3, "0000000"),
                secret("", 3, "9326f35380636bcbe61e94b0584d1618c4b5c2c2")));

        assertThat(sink.all(Weakness.class))
                .extracting(Weakness::title, Weakness::type, Weakness::path, Weakness::line)
                .containsExactlyInAnyOrder(
                        tuple("GitLab token", WeaknessType.SECRET, "prod.env", 3L),
                        tuple("Secret found by rule gitlab_token", WeaknessType.SECRET, "prod.env", 3L));
    }

    @Test
    void readsAVulnerablePackageOfALockFileAsItsPackageUrl() {
        read(report("dependency_scanning", "", NET));

        assertThat(sink.all(Vulnerability.class))
                .containsExactly(new Vulnerability(
                        AssetKey.vulnerability("CVE-2023-39325"),
                        "Rapid reset",
                        Severity.CRITICAL,
                        7.5,
                        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
                        null,
                        null,
                        null,
                        List.of("GHSA-4374-p667-p6c8"),
                        null,
                        null,
                        null));
        Weakness weakness = onlyWeakness();
        assertThat(weakness)
                .isEqualTo(new Weakness(
                        weakness.key(),
                        "CVE-2023-39325 in golang.org/x/net v0.9.0",
                        WeaknessType.DEPENDENCY,
                        Severity.CRITICAL,
                        "Semgrep",
                        "api/go.sum",
                        null,
                        null,
                        "pkg:golang/golang.org/x/net@v0.9.0",
                        SourceState.OPEN,
                        null));
        assertThat(sink.relations(RelationType.HAS_PACKAGE))
                .containsExactly("repository:gitlab.com/acme/shop HAS_PACKAGE"
                        + " package:pkg:golang/golang.org/x/net@v0.9.0 {path=api/go.sum}");
    }

    @ParameterizedTest
    @CsvSource({
        "web/package-lock.json, @babel/core, pkg:npm/%40babel/core@1",
        "pom.xml, org.acme/shop, pkg:maven/org.acme/shop@1",
        "build.gradle, org.acme:shop, pkg:maven/org.acme/shop@1",
        "poetry.lock, Django_Rest, pkg:pypi/django-rest@1",
        "unknown.lock, shop, shop"
    })
    void aPackageIsKnownByTheFileThatDeclaresItElseByItsName(String file, String name, String known) {
        read(report(
                "dependency_scanning",
                "",
                NET.replace("api/go.sum", file)
                        .replace("golang.org/x/net", name)
                        .replace("v0.9.0", "1")));

        assertThat(onlyWeakness().packageName()).isEqualTo(known);
        assertThat(sink.all(SoftwarePackage.class)).hasSize(known.startsWith("pkg:") ? 1 : 0);
    }

    @Test
    void goesByTheIdOfTheScannerWhereThereIsNeitherCveNorGhsa() {
        read(report("dependency_scanning", "", NET.replace("\"ghsa\"", "\"x\"").replace("\"CVE\"", "\"y\"")));

        assertThat(sink.all(Vulnerability.class))
                .extracting(vulnerability -> vulnerability.key().value())
                .containsExactly("Gemnasium-1");
    }

    @Test
    void laysAFindingOnTheImageThatIsNamedWithItsDigest() {
        write("report.json", report("container_scanning", "", NET.replace("shop:1", "shop:1@" + DIGEST)));
        GitLabReportConnector.files(folder).list().partitions().get(0).read(sink);

        assertThat(onlyWeakness().type()).isEqualTo(WeaknessType.CONTAINER_IMAGE);
        assertThat(onlyWeakness().packageName()).isEqualTo("golang.org/x/net");
        assertThat(sink.all(ContainerImage.class)).hasSize(1);
        assertThat(sink.relations(RelationType.AFFECTS))
                .containsExactly(onlyWeakness().key() + " AFFECTS image:" + DIGEST);
        assertThat(sink.relations(RelationType.TAGGED))
                .containsExactly("imagetag:registry.example/shop:1 TAGGED image:" + DIGEST);
    }

    @Test
    void laysAFindingInAnImageWithoutADigestOnTheRepository() {
        read(report("container_scanning", "", NET));

        assertThat(onlyWeakness().type()).isEqualTo(WeaknessType.CONTAINER_IMAGE);
        assertThat(sink.relations(RelationType.AFFECTS))
                .containsExactly(onlyWeakness().key() + " AFFECTS repository:gitlab.com/acme/shop");
    }

    @Test
    void isIncompleteWhereNeitherImageNorRepositoryIsKnown() {
        write("report.json", report("container_scanning", "", NET));

        assertThat(GitLabReportConnector.files(folder)
                        .list()
                        .partitions()
                        .get(0)
                        .read(sink))
                .isEqualTo(Completeness.partial("1 findings are in images without a digest;"
                        + " name the repository with GitLabReportConnector.repository"));
        assertThat(sink.rejections())
                .singleElement()
                .asString()
                .startsWith("report.json /vulnerabilities/0/location/image: the image has no digest");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"status\": \"failure\",|it says that its scan failed",
                "\"partial_scan\": {\"mode\": \"differential\"},|it says that only a part was scanned"
            })
    void whatWasNotScannedMakesTheReportIncomplete(String scan, String reason) {
        assertThat(GitLabReportConnector.files(write("report.json", report("sast", scan, INJECTION)))
                        .repository(REPOSITORY)
                        .list()
                        .partitions()
                        .get(0)
                        .read(sink))
                .isEqualTo(Completeness.partial(reason));
        assertThat(sink.all(Weakness.class)).as("what was found is read").hasSize(1);
    }

    @Test
    void rejectsABadFindingAndKeepsTheOthers() {
        read(report("sast", "", "7", "{\"identifiers\": [{\"type\": \"cwe\", \"value\": \"79\"}]}", INJECTION));

        assertThat(sink.all(Weakness.class)).hasSize(1);
        assertThat(sink.rejections().stream().map(Object::toString))
                .containsExactly(
                        "report.json /vulnerabilities/0: expected an object, found number",
                        "report.json /vulnerabilities/1/identifiers: nothing here names the rule or vulnerability");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|report.json /vulnerabilities: this list is not there",
                "{'vulnerabilities': []}|report.json /scan/type: missing",
                "{'vulnerabilities': [], 'scan': {'type': 'dast'}}|report.json /scan/type: a report of type 'dast' is"
                        + " not read",
                "[]|report.json: expected an object",
                "{|report.json 1:"
            })
    void refusesWhatItCannotRead(String document, String message) {
        assertThatThrownBy(() -> read(document.replace('\'', '"')))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sast", "secret_detection", "dependency_scanning"})
    void refusesAReportOfAnUnknownRepository(String type) {
        write("report.json", report(type, ""));

        assertThatThrownBy(() -> GitLabReportConnector.files(folder)
                        .list()
                        .partitions()
                        .get(0)
                        .read(sink))
                .hasMessageContaining("name it with GitLabReportConnector.repository");
    }

    @Test
    void namesTheScopeByTheRepository() {
        GitLabReportConnector connector = GitLabReportConnector.files(Path.of("out/gl-sast-report.json"));

        assertThat(connector.scope()).hasToString("gitlab-report:gl-sast-report.json");
        assertThat(connector.repository(REPOSITORY).named("sast").scope())
                .hasToString("gitlab-report:gitlab.com/acme/shop:sast");
    }

    private Weakness onlyWeakness() {
        assertThat(sink.all(Weakness.class)).hasSize(1);
        return sink.all(Weakness.class).get(0);
    }

    private void read(String report) {
        read(sink, report);
    }

    private Collected read(Collected to, String report) {
        GitLabReportConnector.files(write("report.json", report))
                .repository(REPOSITORY)
                .list()
                .partitions()
                .get(0)
                .read(to);
        return to;
    }

    private Path write(String name, String report) {
        try {
            return Files.writeString(folder.resolve(name), report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String report(String type, String scan, String... vulnerabilities) {
        return """
            {"version": "15.0.7", "vulnerabilities": [%s], "remediations": [{"diff": "%s"}],
             "scan": {%s "scanner": {"id": "semgrep", "name": "Semgrep"}, "type": "%s"}}
            """.formatted(String.join(", ", vulnerabilities), CANARY, scan, type);
    }

    private static String tracked(int line, String signature) {
        return INJECTION.replace(
                "\"location\": {\"file\": \"src/app.py\", \"start_line\": 12,",
                "\"tracking\": {\"type\": \"source\", \"items\": [{\"signatures\": ["
                        + "{\"algorithm\": \"hash\", \"value\": \"" + line + "\"},"
                        + "{\"algorithm\": \"scope_offset\", \"value\": \"" + signature + "\"}]}]},"
                        + " \"location\": {\"file\": \"src/app.py\", \"start_line\": " + line + ",");
    }

    private static String secret(String name, int line, String commit) {
        return """
            {"id": "3", "name": "%s", "description": "found %s", "severity": "Critical", "raw_source_code_extract": "%s",
             "location": {"file": "prod.env", "start_line": %d,
                          "commit": {"sha": "%s", "author": "%s", "message": "%s"}},
             "identifiers": [{"type": "gitleaks_rule_id", "name": "Gitleaks rule ID", "value": "gitlab_token"}]}\
            """.formatted(name, CANARY, CANARY, line, commit, CANARY, CANARY);
    }
}
