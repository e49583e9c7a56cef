package dev.throughline.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Throughline;
import dev.throughline.connector.gitlabreport.GitLabReportConnector;
import dev.throughline.connector.grype.GrypeConnector;
import dev.throughline.connector.trivy.TrivyConnector;
import dev.throughline.fact.Connector;
import dev.throughline.finding.Finding;
import dev.throughline.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several scanners report of one vulnerability, in one package at one place, is one finding. */
final class SeveralScannersTest {
    private static final String PUSHED = "sha256:" + "a".repeat(64);
    private static final String MANIFEST = "sha256:" + "b".repeat(64);
    private static final String CONFIG = "sha256:" + "c".repeat(64);
    private static final String REPOSITORY = "github.com/acme/shop";

    @TempDir
    private Path folder;

    @Test
    void oneVulnerabilityInOneImageIsOneFinding() throws IOException {
        Path trivy = trivy("container_image", "\"RepoDigests\": [\"ghcr.io/acme/shop@" + PUSHED + "\"]");
        Path grype = grype("image", "{\"repoDigests\": [\"ghcr.io/acme/shop@" + PUSHED + "\"]}", "/app/shop");

        assertOneFinding(findings(trivy, grype));
    }

    @Test
    void evenIfEachKnowsTheImageByAnotherDigest() throws IOException {
        Path trivy = trivy("container_image", "\"ImageID\": \"" + CONFIG + "\"");
        Path grype = grype(
                "image", "{\"imageID\": \"%s\", \"manifestDigest\": \"%s\"}".formatted(CONFIG, MANIFEST), "/app/shop");

        assertOneFinding(findings(trivy, grype));
    }

    @Test
    void oneVulnerabilityInOneFileOfARepositoryIsOneFinding() throws IOException {
        Path trivy = trivy("filesystem", "");

        assertOneFinding(findings(trivy, grype("directory", "\"/src\"", "/api/go.mod")));
        assertThat(findings(trivy, grype("directory", "\"/src\"", "/web/go.mod")))
                .as("another file is another finding")
                .hasSize(2);
    }

    @Test
    void aReportOfGitLabIsOneFindingWithThem() throws IOException {
        Path gitlab = Files.writeString(folder.resolve("gl-container-scanning-report.json"), """
            {"scan": {"type": "container_scanning", "scanner": {"name": "Trivy"}}, "vulnerabilities": [
              {"severity": "Critical", "identifiers": [{"type": "cve", "name": "x", "value": "CVE-2023-39325"}],
               "location": {"image": "ghcr.io/acme/shop@%s",
                 "dependency": {"package": {"name": "golang.org/x/net"}, "version": "v0.9.0"}}}]}
            """.formatted(PUSHED));
        Path trivy = trivy("container_image", "\"RepoDigests\": [\"ghcr.io/acme/shop@" + PUSHED + "\"]");

        assertOneFinding(findings(TrivyConnector.files(trivy), GitLabReportConnector.files(gitlab)));
    }

    private static void assertOneFinding(List<Finding> findings) {
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).reports()).as("what both said").hasSize(2);
        assertThat(findings.get(0).severity()).as("the gravest they say").isEqualTo(Severity.CRITICAL);
    }

    private static List<Finding> findings(Path trivy, Path grype) {
        return findings(
                TrivyConnector.files(trivy).repository(REPOSITORY),
                GrypeConnector.files(grype).repository(REPOSITORY));
    }

    private static List<Finding> findings(Connector... connectors) {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(connectors);
            return throughline.assess().findings().list();
        }
    }

    private Path trivy(String type, String metadata) throws IOException {
        return Files.writeString(folder.resolve("trivy.json"), """
            {"SchemaVersion": 2, "ArtifactType": "%s", "Metadata": {%s}, "Results": [
              {"Target": "api/go.mod", "Class": "lang-pkgs", "Vulnerabilities": [
                {"VulnerabilityID": "CVE-2023-39325", "PkgName": "golang.org/x/net", "InstalledVersion": "v0.9.0",
                 "PkgIdentifier": {"PURL": "pkg:golang/golang.org/x/net@v0.9.0"}, "Severity": "HIGH"}]}]}
            """.formatted(type, metadata));
    }

    private Path grype(String type, String target, String path) throws IOException {
        return Files.writeString(folder.resolve("grype.json"), """
            {"matches": [{"vulnerability": {"id": "GHSA-4374-p667-p6c8", "severity": "Critical"},
               "relatedVulnerabilities": [{"id": "CVE-2023-39325"}],
               "artifact": {"name": "golang.org/x/net", "version": "v0.9.0", "type": "go-module",
                 "locations": [{"path": "%s"}], "purl": "pkg:golang/golang.org/x/net@v0.9.0?type=module"}}],
             "source": {"type": "%s", "target": %s}}
            """.formatted(path, type, target));
    }
}
