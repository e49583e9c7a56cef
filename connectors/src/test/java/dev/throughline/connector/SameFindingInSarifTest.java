package dev.throughline.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.Weakness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a scanner finds has one key in its own report and in its SARIF log. */
final class SameFindingInSarifTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> findings() {
        return Stream.of(
                Arguments.of("checkov-json", """
                    {"check_type": "terraform", "results": {"failed_checks": [{"check_id": "CKV_AWS_18",
                      "check_name": "Bucket should log access", "repo_file_path": "/infra/s3.tf", "file_line_range": [3, 9],
                      "resource": "aws_s3_bucket.logs"}]}}
                    """, "Checkov", "CKV_AWS_18", "Bucket should log access", "infra/s3.tf"),
                Arguments.of(
                        "gitleaks-json",
                        """
                    [{"RuleID": "aws-token", "File": "a.env", "StartLine": 3, "Commit": "0a1b2c"}]
                    """,
                        "gitleaks",
                        "aws-token",
                        "aws-token has detected secret for file a.env at commit 0a1b2c.",
                        "a.env"),
                Arguments.of(
                        "gitleaks-json",
                        """
                    [{"RuleID": "aws-token", "File": "a.env", "StartLine": 3, "Commit": ""}]
                    """,
                        "gitleaks",
                        "aws-token",
                        "aws-token has detected secret for file a.env.",
                        "a.env"));
    }

    @ParameterizedTest
    @MethodSource("findings")
    void hasOneKeyInBoth(String kind, String report, String tool, String rule, String message, String path)
            throws IOException {
        String log = """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "%s"}}, "results": [
              {"ruleId": "%s", "message": {"text": "%s"}, "locations": [{"physicalLocation":
                {"artifactLocation": {"uri": "%s"}, "region": {"startLine": 3}}}]}]}]}
            """.formatted(tool, rule, message, path);

        Weakness own = only(kind, report);
        assertThat(only("sarif", log).key()).isEqualTo(own.key());
        assertThat(own.line()).isEqualTo(3);
    }

    private Weakness only(String kind, String report) throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), report);
        Collected sink = new Collected();
        Readers.connector(kind, folder, file).list().partitions().forEach(partition -> partition.read(sink));
        List<Weakness> found = sink.all(Weakness.class);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
