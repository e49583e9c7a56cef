package dev.throughline.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.checkov.CheckovConnector;
import dev.throughline.connector.epss.EpssConnector;
import dev.throughline.connector.gitlabreport.GitLabReportConnector;
import dev.throughline.connector.gitleaks.GitleaksConnector;
import dev.throughline.connector.kubernetes.KubernetesConnector;
import dev.throughline.connector.sarif.SarifConnector;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Progress;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.Ingest;
import dev.throughline.store.Ingest.Losses;
import dev.throughline.store.IngestReport;
import dev.throughline.store.RecordCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of each source a record, another that says something else, the first once more, and one that is of no use. */
final class RecordCountsTest {
    private static final String REPOSITORY = "github.com/acme/shop";

    @TempDir
    private Path folder;

    private enum Source {
        SARIF("""
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t"}}, "results": [
              {"ruleId": "r", "message": {"text": "a"}, "locations": [{"physicalLocation": {
                "artifactLocation": {"uri": "a.c"}, "region": {"startLine": 1}}}]},
              {"ruleId": "r", "message": {"text": "a"}, "locations": [{"physicalLocation": {
                "artifactLocation": {"uri": "a.c"}, "region": {"startLine": 2}}}]},
              {"ruleId": "r", "message": {"text": "a"}, "locations": [{"physicalLocation": {
                "artifactLocation": {"uri": "a.c"}, "region": {"startLine": 1}}}]},
              {"ruleId": 7}]}]}
            """),
        GITLEAKS("""
            [{"RuleID": "r", "File": "a", "StartLine": 1}, {"RuleID": "r", "File": "a", "StartLine": 2},
             {"RuleID": "r", "File": "a", "StartLine": 1}, {"RuleID": "r"}]
            """),
        CHECKOV("""
            {"check_type": "terraform", "results": {"failed_checks": [
              {"check_id": "C", "check_name": "n", "file_path": "/a", "file_line_range": [1, 2], "resource": "r"},
              {"check_id": "C", "check_name": "n", "file_path": "/a", "file_line_range": [1, 2], "resource": "s"},
              {"check_id": "C", "check_name": "n", "file_path": "/a", "file_line_range": [1, 2], "resource": "r"},
              {"check_id": 7}]}}
            """),
        GITLAB_REPORT("""
            {"scan": {"type": "sast", "status": "success", "scanner": {"id": "i", "name": "n"}}, "vulnerabilities": [
              {"name": "n", "location": {"file": "a", "start_line": 1}, "identifiers": [{"type": "t", "name": "r", "value": "r"}]},
              {"name": "n", "location": {"file": "b", "start_line": 1}, "identifiers": [{"type": "t", "name": "r", "value": "r"}]},
              {"name": "n", "location": {"file": "a", "start_line": 1}, "identifiers": [{"type": "t", "name": "r", "value": "r"}]},
              {"name": 7}]}
            """),
        EPSS("cve,epss\nCVE-2026-0001,0.1\nCVE-2026-0002,0.1\nCVE-2026-0001,0.1\nCVE-2026-0003,nine\n");

        private final String content;

        Source(String content) {
            this.content = content;
        }

        Connector connector(Path file) {
            return switch (this) {
                case SARIF -> SarifConnector.files(file).repository(REPOSITORY);
                case GITLEAKS -> GitleaksConnector.files(file).repository(REPOSITORY);
                case CHECKOV -> CheckovConnector.files(file).repository(REPOSITORY);
                case GITLAB_REPORT -> GitLabReportConnector.files(file).repository(REPOSITORY);
                case EPSS -> EpssConnector.file(file);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoAreAcceptedOneIsMergedAndOneRejected(Source source) throws IOException {
        IngestReport report = read(source.connector(write(source.content)));

        assertThat(report.records()).isEqualTo(new RecordCounts(4, 2, 1, 1));
        assertThat(report.rejections()).hasSize(1);
    }

    @Test
    void everyObjectOfAClusterIsARecord() throws IOException {
        IngestReport report = read(KubernetesConnector.dump(write("""
            {"kind": "List", "apiVersion": "v1", "items": [
              {"kind": "Namespace", "apiVersion": "v1", "metadata": {"name": "shop"}},
              {"kind": "ServiceAccount", "apiVersion": "v1", "metadata": {"name": "api", "namespace": "shop"}},
              {"kind": "ServiceAccount", "apiVersion": "v1", "metadata": {"name": "api", "namespace": "shop"}},
              {"kind": "ServiceAccount", "apiVersion": "v1", "metadata": {"name": 7, "namespace": "shop"}}]}
            """)).cluster("c"));

        assertThat(report.records()).isEqualTo(new RecordCounts(4, 2, 1, 1));
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("source.json"), content);
    }

    private static IngestReport read(Connector connector) {
        Clock clock = Clock.systemUTC();
        try (InMemoryRiskStore store = new InMemoryRiskStore(clock)) {
            return Ingest.read(connector, store, Losses.HELD, clock, Progress.SILENT);
        }
    }
}
