package dev.throughline.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.github.GitHubConnector;
import dev.throughline.connector.gitlabreport.GitLabReportConnector;
import dev.throughline.connector.gitleaks.GitleaksConnector;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Partition;
import dev.throughline.model.ExposedSecret;
import dev.throughline.model.Weakness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One credential in two repositories, reported by three tools. */
final class SameSecretTest {
    private static final String CREDENTIAL = "EXAMPLE-not-a-real-secret";

    @TempDir
    private Path folder;

    private GitleaksConnector gitleaks;
    private GitLabReportConnector gitlab;
    private GitHubConnector github;

    @BeforeEach
    void report() throws IOException {
        gitleaks = GitleaksConnector.files(
                        Files.writeString(folder.resolve("gitleaks.json"), """
                            [{"RuleID": "r", "File": "a.env", "StartLine": 1, "Secret": "%1$s", "Match": "key=%1$s"},
                             {"RuleID": "r", "File": "b.env", "StartLine": 1, "Secret": "another-of-the-kind"}]
                            """.formatted(CREDENTIAL)))
                .repository("github.com/acme/shop");
        gitlab = GitLabReportConnector.files(
                        Files.writeString(folder.resolve("gitlab.json"), """
                            {"scan": {"type": "secret_detection", "scanner": {"id": "gitleaks", "name": "Gitleaks"}}, "vulnerabilities": [
                              {"name": "n", "location": {"file": "a.env", "start_line": 3}, "raw_source_code_extract": "%s",
                               "identifiers": [{"type": "gitleaks_rule_id", "name": "r", "value": "r"}]}]}
                            """.formatted(CREDENTIAL)))
                .repository("gitlab.com/acme/web");
        Path export = Files.createDirectories(folder.resolve("github"));
        Files.writeString(export.resolve("repositories.json"), "[]");
        Files.writeString(export.resolve("secret-scanning-alerts.json"), """
            [{"number": 7, "state": "open", "secret_type": "t", "secret": "%s",
              "repository": {"full_name": "acme/api"}}]
            """.formatted(CREDENTIAL));
        github = GitHubConnector.export(export).organization("acme");
    }

    private static Collected read(Connector connector) {
        Collected sink = new Collected();
        for (Partition partition : connector.list().partitions()) {
            partition.read(sink);
        }
        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.facts()).isNotEmpty().noneMatch(fact -> fact.contains(CREDENTIAL));
        return sink;
    }

    @Test
    void hasOneHashWhereverItIsFound() {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);

        var leaks = read(gitleaks.hashingSecrets(key)).all(Weakness.class);
        String hash = leaks.get(0).secretHash();

        assertThat(hash).hasSize(32).isNotEqualTo(leaks.get(1).secretHash());
        assertThat(read(gitlab.hashingSecrets(key)).all(Weakness.class))
                .extracting(Weakness::secretHash)
                .containsExactly(hash);
        assertThat(read(github.hashingSecrets(key)).all(ExposedSecret.class))
                .extracting(ExposedSecret::secretHash)
                .containsExactly(hash);
    }

    @Test
    void leavesNothingBehindWithoutAKey() {
        assertThat(read(gitleaks).all(Weakness.class)).allMatch(leak -> leak.secretHash() == null);
        assertThat(read(gitlab).all(Weakness.class)).allMatch(leak -> leak.secretHash() == null);
        assertThat(read(github).all(ExposedSecret.class)).allMatch(secret -> secret.secretHash() == null);
    }
}
