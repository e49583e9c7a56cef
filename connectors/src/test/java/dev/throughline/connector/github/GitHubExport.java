package dev.throughline.connector.github;

import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Partition;
import java.nio.file.Path;

/** The export of an organization that tests write file by file. */
final class GitHubExport {
    private final Path folder;

    GitHubExport(Path folder) {
        this.folder = folder;
    }

    Path write(String name, String content) {
        return Written.file(folder, name, content);
    }

    /** Lists the repository {@code shop}. */
    void writeShop() {
        write("repositories.json", """
            [{"id": 871204336, "name": "shop", "full_name": "acme/shop", "visibility": "internal", "private": true,
              "default_branch": "main", "archived": false, "fork": false, "pushed_at": "2026-11-16T09:12:40Z",
              "security_and_analysis": {"advanced_security": {"status": "enabled"},
                "secret_scanning": {"status": "enabled"}, "secret_scanning_push_protection": {"status": "disabled"}}}]
            """);
        write("repositories/shop/workflows.json", "{\"total_count\": 0, \"workflows\": []}");
    }

    void writeCodeScanningAlert() {
        write("repositories/shop/code-scanning-alerts.json", """
            [{"number": 4, "state": "dismissed", "html_url": "https://github.com/acme/shop/security/code-scanning/4",
              "rule": {"id": "java/sql-injection", "severity": "error", "security_severity_level": "critical",
                       "description": "Query built from user-controlled sources", "tags": ["external/cwe/cwe-089"]},
              "tool": {"name": "CodeQL"},
              "most_recent_instance": {"message": {"text": "This query depends on a value."},
                "location": {"path": "src/Refunds.java", "start_line": 74}}}]
            """);
    }

    GitHubConnector acme() {
        return GitHubConnector.export(folder).organization("acme");
    }

    /** What a partition says. */
    Collected read(String partition) {
        Collected sink = new Collected();
        partition(partition).read(sink);
        return sink;
    }

    Partition partition(String name) {
        return acme().list().partitions().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
