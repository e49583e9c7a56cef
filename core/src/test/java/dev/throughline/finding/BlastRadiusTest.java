package dev.throughline.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlastRadiusTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey OTHER = AssetKey.repository("github.com/acme/other");
    private static final AssetKey LOG4SHELL = AssetKey.vulnerability("CVE-2021-44228");
    private static final String COMMIT = "c".repeat(40);

    /** Images a and b of shop and c of other, all with one vulnerability; a and c run. */
    private static Estate estate() {
        Estate estate = new Estate().asset(SHOP, Map.of()).asset(OTHER, Map.of());
        built(estate, 'a', SHOP)
                .vulnerable(Estate.image('a'), '1', "CVE-2021-44228", Map.of("severity", Severity.HIGH));
        built(estate, 'b', SHOP).vulnerable(Estate.image('b'), '2', "CVE-2021-44228", Map.of());
        built(estate, 'c', OTHER).vulnerable(Estate.image('c'), '3', "CVE-2021-44228", Map.of());
        return estate.vulnerable(Estate.image('a'), '4', "CVE-2000-0001", Map.of())
                .deployment("api")
                .runs("api", Estate.image('a'))
                .deployment("other")
                .runs("other", Estate.image('c'));
    }

    private static Estate built(Estate estate, char image, AssetKey repository) {
        return estate.asset(
                Estate.image(image),
                Map.of(
                        "labels",
                        List.of(
                                "org.opencontainers.image.source=" + repository.value(),
                                "org.opencontainers.image.revision=" + (image == 'a' ? COMMIT : "d".repeat(40)))));
    }

    @Test
    void isWhatHasTheSameIssueFromTheSameRepository() {
        BlastRadius radius = estate().assess().blastRadius(Estate.weakness('2'));

        assertThat(radius.issue()).isEqualTo(LOG4SHELL);
        assertThat(radius.source()).isEqualTo(SHOP);
        assertThat(radius.findings())
                .extracting(Finding::key)
                .containsExactly(Estate.weakness('1'), Estate.weakness('2'));
        assertThat(radius.images()).containsExactly(Estate.image('a'), Estate.image('b'));
        assertThat(radius.workloads()).containsExactly(Estate.workload("api"));
    }

    @Test
    void reachesFromTheCodeIntoTheCloud() {
        Estate estate =
                estate().vulnerable(SHOP, '5', "GHSA-jfh8-c2jp-5v3q", Map.of("aliases", List.of("CVE-2021-44228")));

        BlastRadius radius = estate.assess().blastRadius(Estate.weakness('5'));

        assertThat(radius.findings())
                .extracting(Finding::key)
                .contains(Estate.weakness('1'), Estate.weakness('2'), Estate.weakness('5'));
        assertThat(estate.assess().blastRadius(Estate.weakness('1')).findings()).hasSize(3);
    }

    @Test
    void canBeAskedOfACommit() {
        AssetKey commit = AssetKey.commit(SHOP, COMMIT);
        Estate estate = estate().relation(SHOP, RelationType.CONTAINS, commit);

        assertThat(estate.assess().blastRadius(LOG4SHELL, commit).images()).containsExactly(Estate.image('a'));
        assertThat(estate.assess().blastRadius(LOG4SHELL, OTHER).workloads()).containsExactly(Estate.workload("other"));
    }

    @Test
    void canBeAskedOfABaseImageThroughAllThatAreBuiltUponIt() {
        AssetKey tag = AssetKey.parse("imagetag:docker.io/library/alpine:3.20");
        AssetKey base = Estate.image('e');
        Estate estate = estate().relation(tag, RelationType.TAGGED, base)
                .relation(Estate.image('b'), RelationType.BASED_ON, tag)
                .relation(Estate.image('c'), RelationType.HAS_LAYER_OF, Estate.image('b'))
                .relation(Estate.image('b'), RelationType.HAS_LAYER_OF, Estate.image('c'));

        assertThat(estate.assess().blastRadius(LOG4SHELL, base).images())
                .containsExactly(Estate.image('b'), Estate.image('c'));
    }

    @Test
    void aRuleIsAnIssueToo() {
        AssetKey rule = AssetKey.of(AssetKind.RULE, "codeql/java/sql-injection");
        Estate estate = new Estate().asset(SHOP, Map.of());
        for (char key : new char[] {'1', '2'}) {
            estate.asset(Estate.weakness(key), Map.of("title", "SQL injection"))
                    .relation(Estate.weakness(key), RelationType.INSTANCE_OF, rule)
                    .relation(Estate.weakness(key), RelationType.AFFECTS, SHOP);
        }
        estate.relation(Estate.weakness('2'), RelationType.AFFECTS, OTHER)
                .asset(Estate.weakness('3'), Map.of("title", "SQL injection"))
                .relation(Estate.weakness('3'), RelationType.AFFECTS, SHOP);

        BlastRadius radius = estate.assess().blastRadius(Estate.weakness('1'));

        assertThat(radius.issue()).isEqualTo(rule);
        assertThat(radius.findings())
                .hasSize(2)
                .allMatch(finding -> finding.asset().equals(SHOP));
        assertThat(estate.assess().blastRadius(Estate.weakness('3')).findings())
                .extracting(Finding::key)
                .containsExactly(Estate.weakness('3'));
    }

    @Test
    void withoutAKnownRepositoryItIsWhatIsBuiltUponTheImage() {
        Estate estate = new Estate()
                .vulnerable(Estate.image('a'), '1', "CVE-2021-44228", Map.of())
                .vulnerable(Estate.image('b'), '2', "CVE-2021-44228", Map.of())
                .relation(Estate.image('b'), RelationType.BASED_ON, Estate.image('a'));

        assertThat(estate.assess().blastRadius(Estate.weakness('1')).images())
                .containsExactly(Estate.image('a'), Estate.image('b'));
        assertThat(estate.assess().blastRadius(Estate.weakness('2')).images()).containsExactly(Estate.image('b'));
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> estate().assess().blastRadius(Estate.weakness('9')));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estate().assess().blastRadius(AssetKey.vulnerability("CVE-1"), SHOP));
    }
}
