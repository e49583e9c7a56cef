package dev.throughline.connector.sarif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import dev.throughline.model.Rule;
import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SarifConnectorTest extends ConnectorContract {
    private static final String REPOSITORY = "https://github.com/acme/shop.git";
    private static final String CODEQL = """
        {
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "CodeQL",
                  "rules": [
                    {
                      "id": "java/sql-injection",
                      "name": "java/sql-injection",
                      "shortDescription": {"text": "Query built from user-controlled sources"},
                      "defaultConfiguration": {"level": "error"},
                      "properties": {
                        "tags": ["security", "external/cwe/cwe-089", "external/cwe/cwe-564"],
                        "security-severity": "8.8"
                      }
                    }
                  ]
                }
              },
              "originalUriBaseIds": {"%SRCROOT%": {"uri": "file:///home/runner/work/shop/shop/"}},
              "results": [
                {
                  "ruleId": "java/sql-injection",
                  "ruleIndex": 0,
                  "message": {"text": "This query depends on a [user-provided value](1)."},
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {"uri": "src/main/Refunds.java", "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": 74, "snippet": {"text": "EXAMPLE-not-a-real-secret"}}
                      }
                    }
                  ],
                  "partialFingerprints": {"primaryLocationLineHash": "de4c22a632362a17:1"}
                }
              ]
            }
          ]
        }
        """;

    @TempDir
    private Path folder;

    @Override
    protected Connector connector() {
        return SarifConnector.files(write("scans/codeql.sarif", CODEQL).getParent())
                .repository(REPOSITORY);
    }

    @Test
    void readsAResultAsAWeaknessOfTheRepository() {
        Collected facts = read(CODEQL);

        Weakness weakness = facts.all(Weakness.class).get(0);
        assertThat(weakness.title()).isEqualTo("Query built from user-controlled sources");
        assertThat(weakness.type()).isEqualTo(WeaknessType.CODE);
        assertThat(weakness.severity()).isEqualTo(Severity.HIGH);
        assertThat(weakness.tool()).isEqualTo("CodeQL");
        assertThat(weakness.path()).isEqualTo("src/main/Refunds.java");
        assertThat(weakness.line()).isEqualTo(74);
        assertThat(weakness.state()).isEqualTo(SourceState.OPEN);
        assertThat(facts.relations(RelationType.AFFECTS))
                .containsExactly(weakness.key()
                        + " AFFECTS repository:github.com/acme/shop {location=src/main/Refunds.java:74}");
        assertThat(facts.relations(RelationType.INSTANCE_OF))
                .containsExactly(weakness.key() + " INSTANCE_OF rule:codeql/java/sql-injection");
        assertThat(facts.all(Rule.class))
                .containsExactly(new Rule(
                        new AssetKey("rule:codeql/java/sql-injection"),
                        "java/sql-injection",
                        "CodeQL",
                        "Query built from user-controlled sources",
                        Severity.HIGH,
                        8.8,
                        List.of("CWE-89", "CWE-564")));
    }

    @Test
    void withoutLineHashesThereIsOneAtEachLine() {
        String result = """
            {"ruleId": "R1", "message": {"text": "m"}, "locations": [{"physicalLocation":
              {"artifactLocation": {"uri": "a.c"}, "region": {"startLine": %d}}}]}
            """;

        assertThat(keys(results(result.formatted(3) + "," + result.formatted(9) + "," + result.formatted(9))))
                .hasSize(2);
    }

    @Test
    void resultsThatShareRulePathAndMessageAreToldApartByTheirLineHash() {
        String result = """
            {"ruleId": "R1", "message": {"text": "m"}, "locations": [{"physicalLocation":
              {"artifactLocation": {"uri": "a.c"}, "region": {"startLine": %d}}}],
             "partialFingerprints": {"primaryLocationLineHash": "%s"}}
            """;
        Collected before = results(result.formatted(3, "aa:1") + "," + result.formatted(9, "bb:1"));
        Collected after = results(result.formatted(5, "aa:1") + "," + result.formatted(11, "bb:1"));

        assertThat(keys(before)).hasSize(2).isEqualTo(keys(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "'uri': 'src/a%20b.c'                                | src/a b.c",
                "'uri': 'file:///home/x/repo/src/a.c'                | src/a.c",
                "'uri': 'lib/a.c', 'uriBaseId': 'MODULE'             | module/lib/a.c",
                "'uri': 'a.c', 'uriBaseId': 'BIN'                    | bin/a.c",
                "'index': 1                                          | docs/b.c",
                "'uri': 'file:///C:/other/a.c'                       | C:/other/a.c",
                "'uri': '../../etc/passwd'                           | etc/passwd",
                "'uri': 'a%zz.c'                                     | a%zz.c",
                "'description': {}                                   | -",
            })
    void resolvesPathsFromTheRootOfTheRepository(String location, String expected) {
        Collected facts = run("""
            {"tool": {"driver": {"name": "t"}},
             "originalUriBaseIds": {
               "SRCROOT": {"uri": "file:///home/x/repo/"},
               "MODULE": {"uri": "module/", "uriBaseId": "SRCROOT"},
               "BIN": {"uri": "file:///home/x/repo/bin/"},
               "HOME": {"uri": "file:///home/x/"}},
             "artifacts": [{"location": {"uri": "docs/a.c"}}, {"location": {"uri": "docs/b.c"}}],
             "results": [{"ruleId": "R1", "message": {"text": "m"}, "locations": [
               {"physicalLocation": {"artifactLocation": {%s}}}]}]}
            """.formatted(location.replace('\'', '"')));

        assertThat(onlyWeakness(facts).path()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'suppressions': [{'kind': 'external'}]                              | DISMISSED",
                "'suppressions': [{'kind': 'inSource', 'status': 'accepted'}]         | DISMISSED",
                "'suppressions': [{'kind': 'external', 'status': 'underReview'}]      | OPEN",
                "'suppressions': []                                                   | OPEN",
                "'baselineState': 'absent'                                            | FIXED",
                "'baselineState': 'unchanged'                                         | OPEN",
            })
    void takesOverTheStateOfAResult(String field, SourceState expected) {
        Collected facts =
                results("{\"ruleId\": \"R1\", \"message\": {\"text\": \"m\"}, %s}".formatted(field.replace('\'', '"')));

        assertThat(onlyWeakness(facts).state()).isEqualTo(expected);
    }

    @Test
    void resultsThatAreNoFailuresAreNoWeaknesses() {
        assertThat(results("""
            {"kind": "pass", "ruleId": "R1", "message": {"text": "m"}},
            {"kind": "notApplicable", "ruleId": "R1", "message": {"text": "m"}}
            """).assets()).isEmpty();
    }

    @Test
    void takesTheRepositoryFromTheLogIfNoneIsNamed() {
        Path file = write("a.sarif", """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "t"}},
              "versionControlProvenance": [{"repositoryUri": "git@github.com:acme/other.git"}],
              "results": [{"ruleId": "R1", "message": {"text": "m"}}]}]}
            """);

        assertThat(read(SarifConnector.files(file)).relations(RelationType.AFFECTS))
                .singleElement()
                .asString()
                .endsWith("AFFECTS repository:github.com/acme/other");
        assertThat(read(SarifConnector.files(file).repository(REPOSITORY)).relations(RelationType.AFFECTS))
                .singleElement()
                .asString()
                .endsWith("AFFECTS repository:github.com/acme/shop");
    }

    @Test
    void saysWhichOptionIsMissingIfNobodyNamesTheRepository() {
        Path file = write("a.sarif", CODEQL);

        assertThatThrownBy(() -> read(SarifConnector.files(file)))
                .isInstanceOf(SourceException.class)
                .hasMessage("a.sarif /runs/0: it does not say which repository was scanned "
                        + "(versionControlProvenance); name it with repository(…)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'version': '1.0.0', 'runs': []}    | a.sarif /version: this version of SARIF is not read, only 2.1.0"
                        + " and its like",
                "{'version': '2.1.0', 'runs': null}  | a.sarif /runs: there are no runs: either this is no SARIF log,"
                        + " or its tool could not make any",
                "{'version': '2.1.0', 'runs': 3}     | a.sarif /runs: expected an array, found number",
                "{'runs': [{'results': [{}]}]}       | a.sarif /runs/0/tool/driver/name: this field is required and"
                        + " has no value",
                "[1, 2]                              | a.sarif: expected an object, found array",
                "{'runs': [                          | a.sarif 1:11: it ends too early",
            })
    void refusesWhatIsNoLog(String log, String message) {
        assertThatThrownBy(() -> read(log.replace('\'', '"')))
                .isInstanceOf(SourceException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'invocations': [{'executionSuccessful': false}], 'results': [] | says that its execution failed",
                "'invocations': [{'executionSuccessful': true}]                 | has no results property",
                "'externalPropertyFileReferences': {'results': [{}]}, 'results': [] | keeps a part in a place",
            })
    void aRunThatFailedIsNotOneThatFoundNothing(String fields, String reason) {
        Path file = write(
                "a.sarif",
                "{\"runs\": [{\"tool\": {\"driver\": {\"name\": \"t\"}}, %s}]}".formatted(fields.replace('\'', '"')));

        assertThat(SarifConnector.files(file)
                        .repository(REPOSITORY)
                        .list()
                        .partitions()
                        .get(0)
                        .read(new Collected()))
                .isInstanceOfSatisfying(
                        Completeness.Partial.class,
                        partial -> assertThat(partial.reason()).contains("/runs/0 " + reason));
    }

    @Test
    void moreThanIsReadIsNotSilentlyCut() {
        String result = "{\"ruleId\": \"R1\", \"message\": {\"text\": \"%s\"}}";
        String run = "{\"tool\": {\"driver\": {\"name\": \"t\"}}, \"results\": [%s]}"
                .formatted(String.join(",", result.formatted("a"), result.formatted("b"), result.formatted("c")));
        Path file = write("a.sarif", "{\"runs\": [%s, %s]}".formatted(run, run));
        Collected sink = new Collected();

        Completeness completeness = SarifConnector.files(file)
                .repository(REPOSITORY)
                .maxResults(2)
                .maxRuns(1)
                .list()
                .partitions()
                .get(0)
                .read(sink);

        assertThat(completeness)
                .isEqualTo(
                        Completeness.partial("only 2 of 3 results of /runs/0 were read; only 1 of 2 runs were read"));
        assertThat(sink.all(Weakness.class)).hasSize(2);
    }

    @Test
    void rejectsABadResultAndKeepsTheOthers() {
        Collected facts = results("""
            {"ruleId": 7, "message": {"text": "m"}},
            {"ruleId": "R1", "message": {"text": "m"}}
            """);

        assertThat(facts.all(Weakness.class)).hasSize(1);
        assertThat(facts.rejections())
                .hasToString("[a.sarif /runs/0/results/0/ruleId: expected a string, found number]");
    }

    private Collected results(String results) {
        return run("{\"tool\": {\"driver\": {\"name\": \"t\"}}, \"results\": [%s]}".formatted(results));
    }

    private Collected run(String run) {
        return read("{\"version\": \"2.1.0\", \"runs\": [%s]}".formatted(run));
    }

    private Collected read(String log) {
        return read(SarifConnector.files(write("a.sarif", log)).repository(REPOSITORY));
    }

    private static Collected read(Connector connector) {
        Collected sink = new Collected();
        connector.list().partitions().forEach(p -> p.read(sink));
        return sink;
    }

    private static Weakness onlyWeakness(Collected facts) {
        assertThat(facts.all(Weakness.class)).hasSize(1);
        return facts.all(Weakness.class).get(0);
    }

    private static List<AssetKey> keys(Collected facts) {
        return facts.all(Weakness.class).stream()
                .map(Weakness::key)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private Path write(String name, String content) {
        return Written.file(folder, name, content);
    }
}
