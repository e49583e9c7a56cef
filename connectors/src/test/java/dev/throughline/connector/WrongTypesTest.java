package dev.throughline.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.throughline.connector.checkov.CheckovConnector;
import dev.throughline.connector.gitlabreport.GitLabReportConnector;
import dev.throughline.connector.gitleaks.GitleaksConnector;
import dev.throughline.connector.grype.GrypeConnector;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Connector;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands in the place of any value of a report, it is read, rejected or refused, and nothing else breaks. */
final class WrongTypesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPOSITORY = "github.com/acme/shop";
    private static final List<JsonNode> VALUES = List.of(
            JsonNodeFactory.instance.nullNode(),
            JsonNodeFactory.instance.booleanNode(true),
            JsonNodeFactory.instance.numberNode(-7),
            JsonNodeFactory.instance.rawValueNode(new RawValue("1e999")),
            JsonNodeFactory.instance.textNode(""),
            JsonNodeFactory.instance.textNode("\u0000 \n@:/#%"),
            JsonNodeFactory.instance.arrayNode().add(7),
            JsonNodeFactory.instance.objectNode().put("x", 7));

    @TempDir
    private Path folder;

    private enum Report {
        GRYPE("""
            {"matches": [{"vulnerability": {"id": "GHSA-1", "severity": "High", "description": "d",
                "cvss": [{"type": "Primary", "version": "3.1", "vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
                  "metrics": {"baseScore": 7.5}}],
                "epss": [{"epss": 0.1}], "cwes": [{"cwe": "CWE-1"}],
                "knownExploited": [{"dateAdded": "2023-10-10", "knownRansomwareCampaignUse": "Known"}],
                "fix": {"versions": ["1"]}},
               "relatedVulnerabilities": [{"id": "CVE-1"}],
               "artifact": {"name": "a", "version": "1", "type": "npm", "locations": [{"path": "/a"}], "purl": "pkg:npm/a@1"}}],
             "ignoredMatches": [{"appliedIgnoreRules": [{"reason": "r"}], "vulnerability": {"id": "CVE-2"},
               "artifact": {"name": "a"}}],
             "source": {"type": "image", "target": {"imageID": "sha256:%1$s", "manifestDigest": "sha256:%1$s", "tags": ["a:1"],
               "repoDigests": ["a@sha256:%1$s"], "architecture": "amd64", "os": "linux", "labels": {"a": "b"}}}}
            """.formatted("a".repeat(64))),
        GITLAB_CODE("""
            {"vulnerabilities": [{"name": "n", "severity": "High", "flags": [{"type": "t"}],
               "location": {"file": "a", "start_line": 1, "commit": {"sha": "b"}},
               "tracking": {"items": [{"signatures": [{"algorithm": "hash", "value": "v"}]}]},
               "identifiers": [{"type": "gitleaks", "name": "n", "value": "v"}, {"type": "cwe", "name": "CWE-1", "value": 1}]}],
             "scan": {"type": "secret_detection", "status": "success", "scanner": {"id": "i", "name": "n"}}}
            """),
        GITLAB_PACKAGES("""
            {"vulnerabilities": [{"name": "n", "severity": "High",
               "location": {"file": "go.sum", "image": "a:1@sha256:%s",
                 "dependency": {"package": {"name": "n"}, "version": "1"}},
               "cvss_vectors": [{"vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"}],
               "identifiers": [{"type": "cve", "name": "n", "value": "CVE-1"}]}],
             "scan": {"type": "container_scanning", "scanner": {"id": "i", "name": "n"}}}
            """.formatted("a".repeat(64))),
        CHECKOV("""
            [{"check_type": "terraform", "results": {"parsing_errors": [], "failed_checks": [
                {"check_id": "C", "check_name": "n", "short_description": "s", "file_path": "/a", "repo_file_path": "/a",
                 "file_line_range": [1, 2], "resource": "r", "severity": "LOW", "guideline": "g"}],
               "skipped_checks": [{"bc_check_id": "B"}]}},
             {"checkov_version": "3", "parsing_errors": 0}]
            """),
        GITLEAKS("""
            [{"RuleID": "r", "Description": "d", "StartLine": 1, "File": "f", "SymlinkFile": "s", "Commit": "c", "Link": "l"}]
            """);

        private final String sound;

        Report(String sound) {
            this.sound = sound;
        }

        Connector connector(Path file) {
            return switch (this) {
                case GRYPE -> GrypeConnector.files(file).repository(REPOSITORY);
                case GITLAB_CODE, GITLAB_PACKAGES ->
                    GitLabReportConnector.files(file).repository(REPOSITORY);
                case CHECKOV -> CheckovConnector.files(file).repository(REPOSITORY);
                case GITLEAKS -> GitleaksConnector.files(file).repository(REPOSITORY);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void isToldAndNothingElseBreaks(Report report) throws IOException {
        JsonNode sound = JSON.readTree(report.sound);
        assertThat(problems(report, sound)).as("the report itself").isZero();
        int told = 0;
        for (String pointer : pointers(sound, "")) {
            for (JsonNode value : VALUES) {
                told += problems(report, with(sound.deepCopy(), pointer, value));
            }
        }
        assertThat(told).isPositive();
    }

    private int problems(Report report, JsonNode document) throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), JSON.writeValueAsString(document));
        Collected sink = new Collected();
        try {
            report.connector(file).list().partitions().get(0).read(sink);
        } catch (SourceException e) {
            assertThat(e).hasMessageStartingWith("report.json");
            return 1;
        }
        return sink.rejections().size();
    }

    private static List<String> pointers(JsonNode node, String at) {
        List<String> pointers = new ArrayList<>(List.of(at));
        node.fieldNames().forEachRemaining(name -> pointers.addAll(pointers(node.get(name), at + "/" + name)));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            pointers.addAll(pointers(node.get(i), at + "/" + i));
        }
        return pointers;
    }

    private static JsonNode with(JsonNode document, String pointer, JsonNode value) {
        if (pointer.isEmpty()) {
            return value;
        }
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = document.at(pointer.substring(0, slash));
        String last = pointer.substring(slash + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
        return document;
    }
}
