package dev.throughline.connector.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Completeness;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import dev.throughline.model.Rule;
import dev.throughline.model.SourceState;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a log holds beside results, and where. */
final class SarifStructureTest {
    private static final String HEX = "13d22ec63300e16014d4a42aed735207a8b33c223cff19627dd3042e5a10a3a0";
    private static final String LAYER = "511780f88f80081112aea1bfdca6c800e1983e401b338e20b2c6e97f384e4299";
    private static final AssetKey IMAGE = new AssetKey("image:sha256:" + HEX);

    @TempDir
    private Path folder;

    private final List<Completeness> completeness = new ArrayList<>();

    @Test
    void theOrderOfMembersDoesNotMatter() {
        String tool = "\"tool\": {\"driver\": {\"name\": \"t\", \"rules\": [{\"id\": \"R1\", \"name\": \"First\"}]}}";
        String artifacts = "\"artifacts\": [{\"location\": {\"uri\": \"src/a.c\"}}]";
        String results = """
            "results": [{"ruleId": "R1", "message": {"text": "m"}, "locations": [
              {"physicalLocation": {"artifactLocation": {"index": 0}}}]}]\
            """;

        Collected before =
                log("{\"runs\": [{" + tool + "," + artifacts + "," + results + "}], \"version\": \"2.1.0\"}");
        Collected after = log("{\"version\": \"2.1.0\", \"runs\": [{" + results + "," + artifacts + "," + tool + "}]}");

        assertThat(after.facts()).isEqualTo(before.facts());
        assertThat(only(after).path()).isEqualTo("src/a.c");
        assertThat(only(after).title()).isEqualTo("First");
    }

    @Test
    void eachRunHasItsOwnRules() {
        String run = """
            {"tool": {"driver": {"name": "%s", "rules": [{"id": "R1", "name": "%s"}]}},
             "results": [{"ruleId": "R1", "ruleIndex": 0, "message": {"text": "m"}}]}
            """;

        Collected facts = log("{\"runs\": [" + run.formatted("a", "First") + "," + run.formatted("b", "Second") + "]}");

        assertThat(facts.all(Weakness.class))
                .extracting(w -> w.tool() + " " + w.title())
                .containsExactlyInAnyOrder("a First", "b Second");
    }

    @Test
    void aFlowIsKeptAsThePlacesItLeadsThrough() {
        Collected facts = result("""
            "codeFlows": [
              {"threadFlows": [{"locations": [
                {"location": {"physicalLocation": {"artifactLocation": {"uri": "web/Form.java"},
                   "region": {"startLine": 3, "snippet": {"text": "EXAMPLE-not-a-real-secret"}}},
                   "message": {"text": "EXAMPLE-not-a-real-secret"}}, "state": {"x": {"text": "42"}}},
                {"location": {"physicalLocation": {"artifactLocation": {"uri": "db/Query.java"}, "region": {"startLine": 8}}}}
              ]}]},
              {"threadFlows": [{"locations": [
                {"location": {"physicalLocation": {"artifactLocation": {"uri": "other.java"}}}}]}]}
            ]
            """);

        assertThat(facts.relations(RelationType.AFFECTS))
                .singleElement()
                .asString()
                .endsWith("{flow=web/Form.java:3 > db/Query.java:8}");
    }

    @Test
    void ofALongFlowTheEndsAreKept() {
        StringBuilder steps = new StringBuilder();
        for (int line = 1; line <= 20; line++) {
            steps.append(line == 1 ? "" : ",").append("""
                {"location": {"physicalLocation": {"artifactLocation": {"uri": "a.c"}, "region": {"startLine": %d}}}}
                """.formatted(line));
        }

        Collected facts = result("\"codeFlows\": [{\"threadFlows\": [{\"locations\": [" + steps + "]}]}]");

        assertThat(facts.relations(RelationType.AFFECTS))
                .singleElement()
                .asString()
                .contains("{flow=a.c:1 > a.c:2 > a.c:3 > a.c:4 > … > a.c:17 > a.c:18 > a.c:19 > a.c:20}");
    }

    @Test
    void aFlowOfTheWrongShapeSpoilsOnlyItsResult() {
        Collected facts = log("""
            {"runs": [{"tool": {"driver": {"name": "t"}}, "results": [
              {"ruleId": "R1", "message": {"text": "a"}, "codeFlows": [{"threadFlows": [{"locations": [{"location": 7}]}]}]},
              {"ruleId": "R1", "message": {"text": "b"}}]}]}
            """);

        assertThat(facts.all(Weakness.class)).hasSize(1);
        assertThat(facts.rejections())
                .hasToString("[a.sarif /runs/0/results/0/codeFlows/0/threadFlows/0/locations/0/location:"
                        + " expected an object, found number]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind': 'inSource'}                                                     | DISMISSED | inSource"
                        + " accepted",
                "{'kind': 'external', 'status': 'accepted'}                               | DISMISSED | external"
                        + " accepted",
                "{'kind': 'external', 'status': 'underReview'}                            | OPEN      | external"
                        + " underReview",
                "{'kind': 'inSource'}, {'kind': 'external', 'status': 'rejected'}         | OPEN"
                        + " | external rejected, inSource accepted",
            })
    void aSuppressionIsAStateOfTheSourceAndStaysVisible(String suppressions, SourceState state, String text) {
        Collected facts = result("\"suppressions\": [" + suppressions.replace('\'', '"') + "]");

        assertThat(only(facts).state()).isEqualTo(state);
        assertThat(facts.relations(RelationType.AFFECTS))
                .singleElement()
                .asString()
                .endsWith("{suppression=" + text + "}");
    }

    @Test
    void theScannedCommitIsToldWithEachResult() {
        Collected facts = log("""
            {"runs": [{"tool": {"driver": {"name": "t"}}, "versionControlProvenance": [{
               "repositoryUri": "https://github.com/acme/shop", "revisionId": "54aac13cac0d3092411958cc758098938a034812",
               "branch": "main", "mappedTo": {"uriBaseId": "ROOT"}}],
             "originalUriBaseIds": {"ROOT": {"uri": "file:///build/17/"}},
             "results": [{"ruleId": "R1", "message": {"text": "m"}, "locations": [
               {"physicalLocation": {"artifactLocation": {"uri": "file:///build/17/src/a.c"}}}]}]}]}
            """);

        assertThat(facts.relations(RelationType.AFFECTS))
                .singleElement()
                .asString()
                .endsWith("repository:github.com/acme/shop {commit=54aac13cac0d3092411958cc758098938a034812,"
                        + " location=src/a.c}");
    }

    @Test
    void cwesComeFromTagsRelationshipsAndTaxaByIdOrIndex() {
        Collected facts = log("""
            {"runs": [{"tool": {"driver": {"name": "t", "rules": [{"id": "R1",
               "properties": {"tags": ["external/cwe/cwe-022"]},
               "relationships": [
                 {"target": {"index": 1, "toolComponent": {"index": 0}}},
                 {"target": {"id": "A03", "toolComponent": {"name": "OWASP"}}}]}]}},
             "taxonomies": [{"name": "CWE", "taxa": [{"id": "79"}, {"id": "89"}]}],
             "results": [{"ruleId": "R1", "message": {"text": "m"},
               "taxa": [{"id": "327", "toolComponent": {"name": "CWE"}}]}]}]}
            """);

        assertThat(facts.all(Rule.class))
                .extracting(Rule::cwes)
                .containsExactly(List.of("CWE-22", "CWE-89", "CWE-327"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'properties': {'imageName': 'nginx', 'repoDigests': ['nginx@sha256:HEX']} | 'uri': 'library/nginx'",
                "'properties': {'imageName': 'nginx', 'imageID': 'sha256:HEX', 'repoDigests': null} | 'uri':"
                        + " 'library/nginx'",
                "'language': 'en' | 'uri': 'nginx@sha256_HEX'",
            })
    void resultsOnAnImageAreLaidOnTheImageByItsDigest(String run, String artifact) {
        Collected facts = log("""
            {"runs": [{"tool": {"driver": {"name": "Trivy", "rules": [{"id": "CVE-2019-1549"}]}}, RUN,
             "results": [{"ruleId": "CVE-2019-1549", "message": {"text": "Package: openssl"}, "locations": [
               {"physicalLocation": {"artifactLocation": {ARTIFACT}}}]}]}]}
            """.replace("RUN", run)
                .replace("ARTIFACT", artifact)
                .replace('\'', '"')
                .replace("HEX", HEX));

        assertThat(facts.relations(RelationType.AFFECTS))
                .singleElement()
                .asString()
                .contains(" AFFECTS " + IMAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "nginx@sha256:HEX@sha256:LAYER:/usr/share/doc/tar/copyright, image:sha256:" + HEX,
        "nginx:1.25@sha256:LAYER:/usr/share/doc/tar/copyright, repository:github.com/acme/shop"
    })
    void grypeNamesTheImageOrOnlyALayerOfIt(String name, String affected) {
        Collected facts = result("""
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "image//usr/share/doc/tar/copyright"}},
              "logicalLocations": [{"fullyQualifiedName": "%s"}]}]
            """.formatted(name.replace("HEX", HEX).replace("LAYER", LAYER)));

        assertThat(facts.relations(RelationType.AFFECTS))
                .singleElement()
                .asString()
                .contains(" AFFECTS " + affected);
    }

    @Test
    void snykTellsTheVulnerabilityInItsDescription() {
        Collected facts = log("""
            {"runs": [{"tool": {"driver": {"name": "Snyk Container", "rules": [{"id": "SNYK-DEBIAN12-APT-1541449",
               "fullDescription": {"text": "(CVE-2011-3374) apt@2.6.1"}}]}},
             "results": [{"ruleId": "SNYK-DEBIAN12-APT-1541449", "message": {"text": "m"}}]}]}
            """);

        assertThat(facts.all(Vulnerability.class))
                .extracting(Vulnerability::key)
                .containsExactly(AssetKey.vulnerability("CVE-2011-3374"));
    }

    @Test
    void resultsInAPropertyFileBesideTheLogAreRead() {
        write("scan-results.sarif-external-properties", """
            {"version": "2.1.0", "results": [{"ruleId": "R1", "message": {"text": "m"}}]}
            """);

        Collected facts = log(moved("{\"location\": {\"uri\": \"scan-results.sarif-external-properties\"}}"));

        assertThat(facts.all(Weakness.class)).hasSize(1);
        assertThat(completeness).containsExactly(Completeness.complete());
    }

    @Test
    void resultsInlineBehindTheRunAreRead() {
        Collected facts = log(moved("{\"guid\": \"g-1\"}").replace("]}", """
            ], "inlineExternalProperties": [{"guid": "g-1", "results": [{"ruleId": "R1", "message": {"text": "m"}}]}]}\
            """));

        assertThat(facts.all(Weakness.class)).hasSize(1);
        assertThat(completeness).containsExactly(Completeness.complete());
    }

    @Test
    void partsInSeveralPropertyFilesAreOneInTheOrderInWhichTheRunNamesThem() {
        write("b.part", "{\"artifacts\": [{\"location\": {\"uri\": \"src/first.c\"}}]}");
        write("a.part", "{\"artifacts\": [{\"location\": {\"uri\": \"src/second.c\"}}]}");

        Collected facts = log("""
            {"runs": [{"tool": {"driver": {"name": "t"}},
             "externalPropertyFileReferences": {"artifacts": [{"location": {"uri": "b.part"}}, {"location": {"uri": "a.part"}}]},
             "results": [{"ruleId": "R1", "message": {"text": "m"}, "locations": [
               {"physicalLocation": {"artifactLocation": {"index": 1}}}]}]}]}
            """);

        assertThat(only(facts).path()).isEqualTo("src/second.c");
    }

    @Test
    void aFailureThatIsToldInAPropertyFileIsToldOfTheRun() {
        write("a.part", "{\"invocations\": [{\"executionSuccessful\": false}]}");

        log("""
            {"runs": [{"tool": {"driver": {"name": "t"}}, "results": [],
             "externalPropertyFileReferences": {"invocations": [{"location": {"uri": "a.part"}}]}}]}
            """);

        assertThat(completeness).hasToString("[Partial[reason=/runs/0 says that its execution failed]]");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/results.json",
        "file:///etc/passwd",
        "../outside.json",
        "/etc/passwd",
        "missing.json"
    })
    void aPropertyFileOutsideOfTheFolderIsNeverOpenedAndItsAbsenceIsTold(String uri) {
        Collected facts = log(moved("{\"location\": {\"uri\": \"" + uri + "\"}}"));

        assertThat(facts.all(Weakness.class)).isEmpty();
        assertThat(completeness)
                .singleElement()
                .isInstanceOfSatisfying(
                        Completeness.Partial.class,
                        partial -> assertThat(partial.reason()).contains("/runs/0 keeps a part"));
    }

    private static String moved(String reference) {
        return "{\"runs\": [{\"tool\": {\"driver\": {\"name\": \"t\"}}, \"externalPropertyFileReferences\":"
                + " {\"results\": ["
                + reference + "]}}]}";
    }

    private Collected result(String member) {
        return log("{\"runs\": [{\"tool\": {\"driver\": {\"name\": \"t\"}}, \"results\": ["
                + "{\"ruleId\": \"R1\", \"message\": {\"text\": \"m\"}, " + member + "}]}]}");
    }

    private Collected log(String log) {
        write("a.sarif", log);
        Collected sink = new Collected();
        completeness.clear();
        SarifConnector.files(folder)
                .repository("github.com/acme/shop")
                .list()
                .partitions()
                .forEach(partition -> completeness.add(partition.read(sink)));
        return sink;
    }

    private static Weakness only(Collected facts) {
        assertThat(facts.all(Weakness.class)).hasSize(1);
        return facts.all(Weakness.class).get(0);
    }

    private void write(String name, String content) {
        Written.file(folder, name, content);
    }
}
