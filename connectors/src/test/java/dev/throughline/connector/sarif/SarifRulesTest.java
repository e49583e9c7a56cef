package dev.throughline.connector.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import dev.throughline.model.Rule;
import dev.throughline.model.Severity;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the rule of a result is found, and what it says. */
final class SarifRulesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "9.8 | error   | CRITICAL",
                "0.0 | error   | HIGH",
                "99  | note    | LOW",
                "-   | warning | MEDIUM",
                "-   | none    | NONE",
                "-   | -       | MEDIUM",
                "-   | severe  | -",
            })
    void theSeverityIsTheSecuritySeverityOrElseTheLevel(String score, String level, Severity expected) {
        Collected facts = run("""
            {"tool": {"driver": {"name": "t", "rules": [{"id": "R1" %s}]}},
             "results": [{"ruleId": "R1", "message": {"text": "m"} %s}]}
            """.formatted(
                        score == null ? "" : ", \"properties\": {\"security-severity\": \"" + score + "\"}",
                        level == null ? "" : ", \"level\": \"" + level + "\""));

        assertThat(onlyWeakness(facts).severity()).isEqualTo(expected);
    }

    @Test
    void findsARuleOfAnExtensionByItsIndex() {
        Collected facts = run("""
            {"tool": {"driver": {"name": "CodeQL", "rules": [{"id": "other"}]},
                      "extensions": [{"name": "pack", "rules": [
                        {"id": "js/xss", "shortDescription": {"text": "Cross-site scripting"}}]}]},
             "results": [{"rule": {"index": 0, "toolComponent": {"index": 0}}, "message": {"text": "m"}}]}
            """);

        assertThat(onlyWeakness(facts).title()).isEqualTo("Cross-site scripting");
        assertThat(facts.all(Rule.class)).extracting(Rule::name).containsExactly("js/xss");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"kind\": \"review\"',                         ",
        "'\"kind\": \"open\", \"level\": \"none\"',    ",
        "'\"kind\": \"review\", \"level\": \"error\"', HIGH",
        "'\"kind\": \"fail\", \"level\": \"none\"',    NONE",
    })
    void theLevelOfWhatIsNotDecidedIsNoneAndNoSeverity(String members, Severity expected) {
        Collected facts = run("{\"tool\": {\"driver\": {\"name\": \"t\"}}, \"results\": [{\"ruleId\": \"R1\","
                + " \"message\": {\"text\": \"m\"}, " + members + "}]}");

        assertThat(onlyWeakness(facts).severity()).isEqualTo(expected);
    }

    @Test
    void findsTheRuleOfAHierarchicalId() {
        Collected facts = run("""
            {"tool": {"driver": {"name": "t", "rules": [{"id": "CA1000", "name": "Types"}]}},
             "results": [{"ruleId": "CA1000/1", "message": {"text": "m"}}]}
            """);

        assertThat(onlyWeakness(facts).title()).isEqualTo("Types");
    }

    @Test
    void believesTheIdOfARuleMoreThanAnIndexThatDoesNotFit() {
        Collected facts = run("""
            {"tool": {"driver": {"name": "t", "rules": [{"id": "A", "name": "First"}, {"id": "B", "name": "Second"}]}},
             "results": [{"ruleId": "B", "ruleIndex": 0, "message": {"text": "m"}}]}
            """);

        assertThat(onlyWeakness(facts).title()).isEqualTo("Second");
    }

    @Test
    void fillsArgumentsIntoAMessageOfTheRule() {
        String log = """
            {"tool": {"driver": {"name": "t", "rules": [
               {"id": "R1", "messageStrings": {"default": {"text": "Variable '{0}' is not used."}}}]}},
             "results": [%s]}
            """;
        String asReference = "{\"ruleId\": \"R1\", \"message\": {\"id\": \"default\", \"arguments\": [\"x\"]}}";
        String asText = "{\"ruleId\": \"R1\", \"message\": {\"text\": \"Variable 'x' is not used.\"}}";

        assertThat(onlyWeakness(run(log.formatted(asReference))).key())
                .isEqualTo(onlyWeakness(run(log.formatted(asText))).key());
    }

    @Test
    void aRuleNamedAfterACveIsAVulnerability() {
        Collected facts = run("""
            {"tool": {"driver": {"name": "Trivy", "rules": [
               {"id": "CVE-2019-1549", "name": "OsPackageVulnerability",
                "shortDescription": {"text": "openssl: information disclosure in fork()"},
                "properties": {"security-severity": "5.3"}}]}},
             "properties": {"imageName": "alpine:3.10"},
             "results": [{"ruleId": "CVE-2019-1549", "ruleIndex": 0, "message": {"text": "Package: libcrypto1.1"}}]}
            """);

        assertThat(onlyWeakness(facts).type()).isEqualTo(WeaknessType.CONTAINER_IMAGE);
        assertThat(facts.get(Vulnerability.class, AssetKey.vulnerability("CVE-2019-1549"))
                        .severity())
                .isEqualTo(Severity.MEDIUM);
        assertThat(facts.relations(RelationType.INSTANCE_OF))
                .containsExactly(onlyWeakness(facts).key() + " INSTANCE_OF vulnerability:CVE-2019-1549");
    }

    private Collected run(String run) {
        try {
            Path log =
                    Files.writeString(folder.resolve("a.sarif"), "{\"version\": \"2.1.0\", \"runs\": [" + run + "]}");
            Collected sink = new Collected();
            SarifConnector.files(log)
                    .repository("github.com/acme/shop")
                    .list()
                    .partitions()
                    .get(0)
                    .read(sink);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Weakness onlyWeakness(Collected facts) {
        assertThat(facts.all(Weakness.class)).hasSize(1);
        return facts.all(Weakness.class).get(0);
    }
}
