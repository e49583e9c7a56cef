package dev.throughline.connector.gitleaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Connector;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import dev.throughline.model.Rule;
import dev.throughline.model.SourceState;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GitleaksConnectorTest extends ConnectorContract {
    private static final String COMMIT = "9326f35380636bcbe61e94b0584d1618c4b5c2c2";
    private static final String REPOSITORY = "https://github.com/acme/shop";

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Override
    protected Connector connector() {
        return connector(finding("config/prod.env", 7, COMMIT));
    }

    @Test
    void readsRuleAndPlaceOfACredential() {
        read(finding("./config/prod.env", 7, COMMIT));

        Weakness weakness = sink.all(Weakness.class).get(0);
        assertThat(weakness)
                .isEqualTo(new Weakness(
                        weakness.key(),
                        "Secret found by rule aws-access-token",
                        WeaknessType.SECRET,
                        null,
                        "gitleaks",
                        "config/prod.env",
                        7L,
                        null,
                        null,
                        SourceState.OPEN,
                        "https://github.com/acme/shop/blob/main/config/prod.env#L7"));
        assertThat(sink.all(Rule.class))
                .containsExactly(new Rule(
                        new AssetKey("rule:gitleaks/aws-access-token"),
                        "aws-access-token",
                        "gitleaks",
                        "AWS access token",
                        null,
                        null,
                        null));
        assertThat(sink.relations(RelationType.AFFECTS))
                .containsExactly(
                        weakness.key() + " AFFECTS repository:github.com/acme/shop {location=config/prod.env:7}");
        assertThat(sink.relations(RelationType.INSTANCE_OF))
                .containsExactly(weakness.key() + " INSTANCE_OF rule:gitleaks/aws-access-token");
    }

    @Test
    void nothingTellsOneCredentialFromAnotherOfTheSamePlace() {
        read(finding("a.env", 7, COMMIT));
        Collected other = new Collected();
        connector(finding("a.env", 7, COMMIT).replace(CANARY, "another-value"))
                .list()
                .partitions()
                .get(0)
                .read(other);

        assertThat(other.facts()).isEqualTo(sink.facts());
    }

    @Test
    void credentialsOfOneFileAreToldApartByTheirLinesAndCommits() {
        read(finding("a.env", 7, COMMIT) + "," + finding("a.env", 8, COMMIT) + "," + finding("a.env", 8, COMMIT) + ","
                + finding("a.env", 7, "0" + COMMIT.substring(1)));

        assertThat(sink.all(Weakness.class))
                .extracting(Weakness::key)
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void rejectsABadFindingAndKeepsTheOthers() {
        read("7, {\"RuleID\": \"a\"}, " + finding("a.env", 7, ""));

        assertThat(sink.all(Weakness.class)).hasSize(1);
        assertThat(sink.rejections().stream().map(Object::toString))
                .containsExactly(
                        "report.json /0: expected an object, found number",
                        "report.json /1/File: this field is required and has no value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|report.json: expected an array",
                "[{'offender': 'x', 'rule': 'y'}]|report.json /0: a report of gitleaks 7 or older",
                "[|report.json 1:"
            })
    void refusesWhatItCannotRead(String document, String message) {
        assertThatThrownBy(() -> connectorOf(document.replace('\'', '"'))
                        .list()
                        .partitions()
                        .get(0)
                        .read(sink))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void namesTheScopeByTheRepository() {
        assertThat(connector("").named("history").scope()).hasToString("gitleaks:github.com/acme/shop:history");
        assertThat(GitleaksConnector.files(Path.of("out/leaks.json")).scope()).hasToString("gitleaks:leaks.json");
    }

    private void read(String findings) {
        connector(findings).list().partitions().get(0).read(sink);
    }

    private GitleaksConnector connector(String findings) {
        return connectorOf("[" + findings + "]");
    }

    private GitleaksConnector connectorOf(String report) {
        Written.file(folder, "report.json", report);
        return GitleaksConnector.files(folder).repository(REPOSITORY);
    }

    private static String finding(String file, int line, String commit) {
        return """
            {"RuleID": "aws-access-token", "Description": "AWS access token", "StartLine": %d, "EndLine": %d,
             "Match": "key=%s", "Secret": "%s", "Line": "export %s", "File": "%s", "SymlinkFile": "", "Commit": "%s",
             "Link": "https://github.com/acme/shop/blob/main/config/prod.env#L7", "Entropy": 3.9,
             "Author": "%s", "Email": "%s", "Message": "%s", "Tags": [], "Fingerprint": "x"}\
            """.formatted(line, line, CANARY, CANARY, CANARY, file, commit, CANARY, CANARY, CANARY);
    }
}
