package dev.throughline.connector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How scanners report what was found in files, each in its own words. */
enum ReportFormat {
    GITLEAKS("gitleaks-json", false, "[%s]", found -> """
            {"RuleID": "%s", "Description": "d", "File": "%s", "StartLine": %d, "EndLine": %3$d, "Commit": "",
             "Fingerprint": "%2$s:%1$s:%3$d"}""".formatted(found.rule, found.file, found.line)),
    CHECKOV("checkov-json", true, checkov("terraform"), ReportFormat::checked),
    CHECKOV_SECRETS("checkov-json", false, checkov("secrets"), ReportFormat::checked),
    GITLAB_SAST("gitlab-report", true, gitlab("sast", "semgrep"), ReportFormat::tracked),
    GITLAB_SAST_WITHOUT_TRACKING(
            "gitlab-report", false, gitlab("sast", "semgrep"), found -> vulnerability(found, "{}")),
    GITLAB_INFRASTRUCTURE("gitlab-report", true, gitlab("sast", "kics"), ReportFormat::tracked),
    GITLAB_SECRETS("gitlab-report", false, gitlab("secret_detection", "gitleaks"), found -> vulnerability(found, "{}")),
    TRIVY_MISCONFIGURATIONS(
            "trivy-json", false, "Misconfigurations", found -> """
            {"ID": "%s", "Title": "t", "Status": "FAIL", "CauseMetadata":
              {"Resource": "store.%s", "StartLine": %d, "EndLine": %3$d}}
            """.formatted(found.rule, found.block, found.line)),
    TRIVY_SECRETS("trivy-json", false, "Secrets", found -> """
            {"RuleID": "%s", "Title": "t", "StartLine": %d, "EndLine": %2$d}""".formatted(found.rule, found.line)),
    SARIF("sarif", false, sarif("t"), found -> result(found, "\"fingerprints\": {}")),
    SARIF_OF_CODEQL(
            "sarif", true, sarif("CodeQL"), found -> result(found, """
            "partialFingerprints": {"primaryLocationLineHash": "%x:%d"}""".formatted(found.rule.hashCode(), found.nth))),
    SARIF_OF_SEMGREP(
            "sarif",
            true,
            sarif("Semgrep OSS"),
            found -> result(found, """
            "fingerprints": {"matchBasedId/v1": "%x_%d"}""".formatted(found.rule.hashCode(), found.nth - 1)));

    private final String kind;
    private final boolean tellsAlikeApart;
    private final String around;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Function<Found, String> one;

    ReportFormat(String kind, boolean tellsAlikeApart, String around, Function<Found, String> one) {
        this.kind = kind;
        this.tellsAlikeApart = tellsAlikeApart;
        this.around = around;
        this.one = one;
    }

    /**
     * Something found: a line {@code rule = value}, of a rule of ours.
     *
     * @param rule id of the rule it breaks
     * @param file where
     * @param line where, from 1
     * @param block the block of the file it is in
     * @param nth which of those that break the rule in this file, from 1
     */
    record Found(String rule, String file, int line, String block, int nth) {
        private static final List<String> BROKEN = List.of("acl = public", "port = any");

        /** Scans a file. */
        static List<Found> in(String file, List<String> lines) {
            List<Found> found = new ArrayList<>();
            Map<String, Integer> seen = new HashMap<>();
            String block = "";
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (line.startsWith("store ")) {
                    block = line.split(" ", 2)[1];
                } else if (BROKEN.contains(line)) {
                    String rule = line.split(" ", 2)[0];
                    found.add(new Found(rule, file, i + 1, block, seen.merge(rule, 1, Integer::sum)));
                }
            }
            return found;
        }
    }

    /** The kind of file, as {@link Readers} calls it. */
    String kind() {
        return kind;
    }

    /** Whether something else than the line tells apart what breaks one rule in one file. */
    boolean tellsAlikeApart() {
        return tellsAlikeApart;
    }

    /** A report of all that was found. */
    String write(List<Found> found) {
        return kind.equals("trivy-json") ? trivy(found) : around.formatted(list(found));
    }

    private String list(List<Found> found) {
        return found.stream().map(one).collect(Collectors.joining(",\n"));
    }

    private String trivy(List<Found> found) {
        Map<String, List<Found>> byFile =
                found.stream().collect(Collectors.groupingBy(Found::file, TreeMap::new, Collectors.toList()));
        String results = byFile.entrySet().stream()
                .map(file -> "{\"Target\": \"%s\", \"Class\": \"c\", \"%s\": [%s]}"
                        .formatted(file.getKey(), around, list(file.getValue())))
                .collect(Collectors.joining(","));
        return """
            {"SchemaVersion": 2, "ArtifactType": "filesystem", "Metadata": {}, "Results": [%s]}""".formatted(results);
    }

    private static String checkov(String type) {
        return """
            {"check_type": "%s", "checkov_version": "3", "results": {"failed_checks": [%%s]}}""".formatted(type);
    }

    private static String checked(Found found) {
        return """
            {"check_id": "%s", "check_name": "c", "repo_file_path": "/%s", "file_line_range": [%d, %3$d],
             "resource": "store.%s"}""".formatted(found.rule, found.file, found.line, found.block);
    }

    private static String gitlab(String type, String scanner) {
        return """
            {"scan": {"type": "%s", "scanner": {"id": "%s", "name": "%2$s"}}, "vulnerabilities": [%%s]}
            """.formatted(type, scanner);
    }

    private static String tracked(Found found) {
        return vulnerability(found, """
            {"items": [{"signatures": [{"algorithm": "scope_offset", "value": "%s|%s:1"}]}]}
            """.formatted(found.file, found.block));
    }

    private static String vulnerability(Found found, String tracking) {
        return """
            {"id": "%s:%s:%d", "name": "n", "identifiers": [{"type": "t", "name": "%1$s", "value": "%1$s"}],
             "location": {"file": "%2$s", "start_line": %3$d}, "tracking": %4$s}
            """.formatted(found.rule, found.file, found.line, tracking);
    }

    private static String sarif(String tool) {
        return """
            {"runs": [{"tool": {"driver": {"name": "%s"}}, "results": [%%s]}]}""".formatted(tool);
    }

    private static String result(Found found, String fingerprints) {
        return """
            {"ruleId": "%s", "message": {"text": "m"}, %s, "locations": [{"physicalLocation":
              {"artifactLocation": {"uri": "%s"}, "region": {"startLine": %d}}}]}
            """.formatted(found.rule, fingerprints, found.file, found.line);
    }
}
