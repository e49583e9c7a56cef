package dev.throughline.connector.checkov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckovConnectorTest extends ConnectorContract {
    private static final String REPOSITORY = "https://github.com/acme/shop";

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Override
    protected Connector connector() {
        return connector("[" + framework("terraform", check("aws_s3_bucket.logs", 3)) + ", "
                + framework("secrets", check(CANARY, 3)) + "]");
    }

    @Test
    void readsAFailedCheck() {
        read(framework("terraform", check("aws_s3_bucket.logs", 3)));

        Weakness weakness = sink.all(Weakness.class).get(0);
        assertThat(weakness)
                .isEqualTo(new Weakness(
                        weakness.key(),
                        "Bucket should log access",
                        WeaknessType.INFRASTRUCTURE_AS_CODE,
                        Severity.MEDIUM,
                        "Checkov",
                        "infra/s3.tf",
                        3L,
                        null,
                        null,
                        SourceState.OPEN,
                        "https://docs.example/CKV_AWS_18"));
        assertThat(sink.all(Rule.class))
                .containsExactly(new Rule(
                        new AssetKey("rule:checkov/CKV_AWS_18"),
                        "CKV_AWS_18",
                        "Checkov",
                        "Bucket should log access",
                        Severity.MEDIUM,
                        null,
                        null));
        assertThat(sink.relations(RelationType.AFFECTS))
                .containsExactly(weakness.key() + " AFFECTS repository:github.com/acme/shop {location=infra/s3.tf:3}");
    }

    @Test
    void readsWhatWasSuppressedAndNotWhatPassed() {
        read("""
            [{"check_type": "terraform", "results": {"passed_checks": [%s], "skipped_checks": [%s], "failed_checks": []}}]
            """.formatted(check("a", 1), check("b", 2)));

        assertThat(sink.all(Weakness.class))
                .extracting(Weakness::line, Weakness::state)
                .containsExactly(tuple(2L, SourceState.DISMISSED));
    }

    /** The resource of a credential is a hash of it. */
    @Test
    void nothingTellsOneCredentialFromAnotherOfTheSamePlace() {
        read(framework("secrets", check("hash-of-one", 1), check("hash-of-another", 1)));

        assertThat(sink.all(Weakness.class))
                .singleElement()
                .extracting(Weakness::type)
                .isEqualTo(WeaknessType.SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'results': {'failed_checks': [], 'parsing_errors': ['/a.tf']}}",
                "{'checkov_version': '3', 'parsing_errors': 1}"
            })
    void aFileThatCouldNotBeParsedMakesTheReportIncomplete(String report) {
        assertThat(read(report.replace('\'', '"'))).isEqualTo(Completeness.partial("Checkov could not parse 1 files"));
    }

    @Test
    void aSummaryOfNothingIsComplete() {
        assertThat(read("{\"passed\": 0, \"failed\": 0, \"checkov_version\": \"3\"}"))
                .isEqualTo(Completeness.complete());
        assertThat(sink.facts()).isEmpty();
    }

    @Test
    void rejectsABadCheckAndAVulnerablePackageAndKeepsTheOthers() {
        read(framework(
                "terraform",
                "7",
                "{\"check_name\": \"a\"}",
                "{\"check_id\": \"a\", \"file_line_range\": [\"1\"]}",
                "{\"check_id\": \"CKV_CVE_2021_1\", \"vulnerability_details\": {}}",
                check("a", 0)));

        assertThat(sink.all(Weakness.class))
                .singleElement()
                .extracting(Weakness::line)
                .isNull();
        assertThat(sink.rejections().stream().map(Object::toString))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo("report.json /results/failed_checks/0: expected an object, found number"),
                        second -> assertThat(second)
                                .startsWith("report.json /results/failed_checks/1/bc_check_id: this field is required"),
                        third -> assertThat(third)
                                .startsWith("report.json /results/failed_checks/2/file_line_range/0: expected"),
                        fourth -> assertThat(fourth)
                                .startsWith("report.json /results/failed_checks/3/vulnerability_details: "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|report.json /results: missing, so this is no JSON report of Checkov",
                "[{}]|report.json /0/results: missing",
                "7|report.json: expected an object",
                "{|report.json 1:"
            })
    void refusesWhatItCannotRead(String document, String message) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(message);
    }

    private Completeness read(String report) {
        return connector(report).list().partitions().get(0).read(sink);
    }

    private CheckovConnector connector(String report) {
        Written.file(folder, "report.json", report);
        return CheckovConnector.files(folder).repository(REPOSITORY);
    }

    private static String framework(String type, String... failed) {
        return "{\"check_type\": \"" + type + "\", \"results\": {\"failed_checks\": [" + String.join(", ", failed)
                + "], \"parsing_errors\": []}}";
    }

    private static String check(String resource, int line) {
        return """
            {"check_id": "CKV_AWS_18", "bc_check_id": "BC_AWS_S3_13", "check_name": "Bucket should log access",
             "check_result": {"result": "FAILED"}, "code_block": [[1, "%s"]], "file_path": "/s3.tf",
             "repo_file_path": "/infra/s3.tf", "file_line_range": [%d, 20], "resource": "%s", "severity": "MEDIUM",
             "short_description": null, "guideline": "https://docs.example/CKV_AWS_18"}\
            """.formatted(CANARY, line, resource);
    }
}
