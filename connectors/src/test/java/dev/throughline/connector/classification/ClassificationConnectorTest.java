package dev.throughline.connector.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.common.hash.Hashing;
import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ClassificationRule;
import dev.throughline.model.DataClassification;
import dev.throughline.model.DataStore;
import dev.throughline.model.RelationType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClassificationConnectorTest extends ConnectorContract {
    private static final String DATABASE = "cloud:arn:aws:rds:eu-west-1:111122223333:db:payments";
    private static final String WHOLE = """
        critical:
          - {key: "workload:prod-eu/vault/StatefulSet/vault", level: very-high, reason: holds the root keys}
          - {match: "repository:github.com/Acme/payments-*", level: high}
        sensitive:
          - key: cloud:arn:aws:rds:eu-west-1:111122223333:db:payments
            kind: DataStore
            name: payments
            classes: [cardholder-data]
            reason: card tokens
          - {match: "secretobject:*/payments/*", classes: [credentials]}
        opens:
          - credential: secretobject:prod-eu/payments/db
            opens: cloud:arn:aws:rds:eu-west-1:111122223333:db:payments
            reason: checked by hand
        """;

    @TempDir
    private Path folder;

    @Override
    protected Connector connector() {
        return file(WHOLE);
    }

    private ClassificationConnector file(String content) {
        try {
            return ClassificationConnector.file(Files.writeString(folder.resolve("classification.yaml"), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Collected read(String content) {
        Collected sink = new Collected();
        completeness(content, sink);
        return sink;
    }

    private Completeness completeness(String content, Collected sink) {
        return file(content).list().partitions().get(0).read(sink);
    }

    private static AssetKey rule(String effect, String pattern) {
        String hash = Hashing.sha256()
                .hashString(effect + " " + pattern, StandardCharsets.UTF_8)
                .toString();
        return AssetKey.of(AssetKind.CLASSIFICATION_RULE, hash);
    }

    @Test
    void itsScopeIsTheNameOfTheFile() {
        assertThat(connector().scope()).hasToString("classification:classification.yaml");
    }

    @Test
    void entriesBecomeRules() {
        String vault = "workload:prod-eu/vault/StatefulSet/vault";
        String payments = "repository:github.com/acme/payments-*";

        assertThat(read(WHOLE).all(ClassificationRule.class))
                .containsExactly(
                        byPattern("critical", vault, Map.of("level", "very-high", "reason", "holds the root keys")),
                        byPattern("critical", payments, Map.of("level", "high")),
                        byPattern(
                                "sensitive",
                                DATABASE,
                                Map.of("classes", List.of("cardholder-data"), "reason", "card tokens")),
                        byPattern("sensitive", "secretobject:*/payments/*", Map.of("classes", List.of("credentials"))));
    }

    private static ClassificationRule byPattern(String effect, String pattern, Map<String, ?> more) {
        Map<String, Object> said = new HashMap<>(more);
        said.put("effect", effect);
        said.put("pattern", pattern);
        return (ClassificationRule) AssetKind.CLASSIFICATION_RULE.create(rule(effect, pattern), said);
    }

    @Test
    void assetsAreChosenByWhatIsKnownOfThem() {
        ClassificationRule rule = read("""
            critical:
              - where: {kind: DataStore, name: 'pay*', tag: env=prod, namespace: shop, account: '1111'}
                level: high
            """).all(ClassificationRule.class).get(0);

        assertThat(rule.pattern()).isNull();
        assertThat(List.of(rule.ofKind(), rule.named(), rule.tagged(), rule.inNamespace(), rule.inAccount()))
                .containsExactly("DataStore", "pay*", "env=prod", "shop", "1111");
    }

    @Test
    void somebodyAnswersForAVerdict() {
        List<ClassificationRule> rules = read("""
            verdicts:
              - key: workload:prod/shop/Deployment/api
                factor: internet-exposed
                answer: no
                by: ada@example.com
                until: 2027-01-31
                reason: a gateway nobody reads about asks for a certificate
              - {match: 'cloud:*', factor: internet-exposed, answer: yes, tool: scanner}
            """).all(ClassificationRule.class);

        assertThat(rules)
                .extracting(
                        ClassificationRule::effect,
                        ClassificationRule::factor,
                        ClassificationRule::answer,
                        ClassificationRule::by,
                        ClassificationRule::until)
                .containsExactly(
                        tuple(
                                "verdict",
                                "internet-exposed",
                                "no",
                                "ada@example.com",
                                Instant.parse("2027-01-31T00:00:00Z")),
                        tuple("verdict", "internet-exposed", "yes", "scanner", null));
    }

    @Test
    void aSensitiveAssetIsDescribedAndClassified() {
        Collected read = read(WHOLE);

        assertThat(read.all(DataStore.class))
                .containsExactly(new DataStore(new AssetKey(DATABASE), "payments", null, null, null, null, null, null));
        assertThat(read.all(DataClassification.class))
                .extracting(DataClassification::name)
                .containsExactly("cardholder-data", "credentials");
        assertThat(read.relations(RelationType.CLASSIFIED_AS))
                .containsExactly(DATABASE + " CLASSIFIED_AS classification:cardholder-data {reason=card tokens}");
    }

    @Test
    void aCredentialOpensWhatItsOwnerSaid() {
        assertThat(read(WHOLE).relations(RelationType.CAN_AUTHENTICATE_TO))
                .containsExactly("secretobject:prod-eu/payments/db CAN_AUTHENTICATE_TO " + DATABASE
                        + " {reason=checked by hand}");
    }

    @Test
    void aKeyIsBroughtToItsCanonicalForm() {
        Collected read = read("critical: [{key: 'repository:https://GitHub.com/Acme/Shop.git', level: low}]");

        assertThat(read.all(ClassificationRule.class))
                .extracting(ClassificationRule::pattern)
                .containsExactly("repository:github.com/acme/shop");
    }

    @Test
    void whatCannotHoldDataIsARuleOnly() {
        Collected read = read("sensitive: [{key: 'repository:github.com/acme/shop', classes: [source-code]}]");

        assertThat(read.all(ClassificationRule.class)).hasSize(1);
        assertThat(read.relations(RelationType.CLASSIFIED_AS)).isEmpty();
        assertThat(read.rejections()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"critical:\n", "critical: []\nsensitive: []\nopens: []\n"})
    void sectionsMayBeEmpty(String sections) {
        Collected read = read(sections);

        assertThat(read.facts()).isEmpty();
        assertThat(read.rejections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "critical: [{key: 'cluster:a', level: extreme}] | /critical/0/level | not a level",
                "critical: [{key: 'cluster:a'}] | /critical/0/level | required",
                "critical: [{key: 'cluster:a', level: high, lvl: low}] | /critical/0/lvl | not a field",
                "critical: [{key: 'cluster:*', level: high}] | /critical/0/key | match",
                "critical: [{key: 'cluser:a', level: high}] | /critical/0/key | does not start with a kind",
                "critical: [{match: 'cluser:*', level: high}] | /critical/0/match | does not start with a kind",
                "critical: [{match: 'payments', level: high}] | /critical/0/match | does not start with a kind",
                "critical: [{key: 'cluster:a', match: 'cluster:*', level: high}] | /critical/0 | either",
                "critical: [{level: high}] | /critical/0 | either",
                "critical: [{key: [a], level: high}] | /critical/0/key | expected a string",
                "critical: [vault] | /critical/0 | expected an object",
                "critical: [{where: {}, level: high}] | /critical/0/where | no condition",
                "critical: [{where: {knd: x}, level: high}] | /critical/0/where/knd | not a field",
                "critical: [{where: {kind: Database}, level: high}] | /critical/0/where/kind | no kind of asset",
                "critical: [{where: {tag: prod}, level: high}] | /critical/0/where/tag | key=value",
                "critical: [{key: 'cluster:a', where: {name: a}, level: high}] | /critical/0 | either",
                "verdicts: [{key: 'cluster:a', factor: X, answer: yes, by: a}] | /verdicts/0/factor | risk factor",
                "verdicts: [{key: 'cluster:a', factor: x, answer: maybe, by: a}] | /verdicts/0/answer | yes or no",
                "verdicts: [{key: 'cluster:a', factor: x, answer: yes}] | /verdicts/0 | by a person or of a tool",
                "verdicts: [{key: 'cluster:a', factor: x, answer: no, by: a}] | /verdicts/0 | a day until",
                "verdicts: [{key: 'cluster:a', factor: x, answer: no, tool: a}] | /verdicts/0/tool | only a person",
                "verdicts: [{key: 'cluster:a', factor: x, answer: yes, by: a, until: soon}] | /verdicts/0/until | a"
                        + " day",
                "sensitive: [{key: 'cloud:a', kind: Database}] | /sensitive/0 | no kind of asset",
                "sensitive: [{key: 'cloud:a', name: a}] | /sensitive/0/name | without a kind",
                "sensitive: [{match: 'cloud:*', kind: DataStore}] | /sensitive/0/key | required",
                "sensitive: [{key: 'cluster:a', kind: DataStore}] | /sensitive/0 | must start with cloud:",
                "sensitive: [{key: 'cloud:a', classes: pii}] | /sensitive/0/classes | expected an array",
                "opens: [{credential: 'secretobject:a/b/c'}] | /opens/0/opens | required",
                "opens: [{credential: 'cluster:a', opens: 'cloud:b'}] | /opens/0 | does not lead from",
                "opens: [{credential: 'secretobject:a/b/c', opens: 'cloud:b', why: x}] | /opens/0/why | not a field"
            })
    void anEntryThatCannotBeMeantIsRejectedWithItsPlace(String content, String position, String cause) {
        Collected read = new Collected();

        Completeness completeness = completeness(content, read);

        assertThat(read.facts()).isEmpty();
        assertThat(read.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.source()).isEqualTo("classification.yaml");
            assertThat(rejection.position()).isEqualTo(position);
            assertThat(rejection.cause()).contains(cause);
        });
        assertThat(completeness).isEqualTo(Completeness.partial("classification.yaml: 1 entry could not be used"));
    }

    @Test
    void theOtherEntriesGoOn() {
        Collected read = read("critical: [{key: 'cluster:a'}, {key: 'cluster:b', level: low}]");

        assertThat(read.all(ClassificationRule.class))
                .extracting(ClassificationRule::pattern)
                .containsExactly("cluster:b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "criticl: [] | classification.yaml /criticl: not a section",
                "critical: {} | classification.yaml /critical: expected an array",
                "[] | classification.yaml: expected an object",
                "critical: [ | classification.yaml 1:12: not YAML"
            })
    void aFileThatIsNoClassificationFails(String content, String message) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void trustedRangesBecomeRules() {
        Collected read = read("""
            trustedRanges:
              - range: 198.51.100.0/24
                reason: the office
            """);

        assertThat(read.all(ClassificationRule.class)).singleElement().satisfies(rule -> {
            assertThat(rule.effect()).isEqualTo("trusted");
            assertThat(rule.ranges()).containsExactly("198.51.100.0/24");
            assertThat(rule.reason()).isEqualTo("the office");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "::/0", "198.51.100.7", "office", "198.51.100.0/33", "198.51.100.0/-1"})
    void aTrustedRangeThatIsNoneOrHoldsEverythingIsRejected(String range) {
        Collected read = read("trustedRanges: [{range: \"" + range + "\"}]");

        assertThat(read.all(ClassificationRule.class)).isEmpty();
        assertThat(read.rejections()).hasSize(1);
    }
}
