package dev.throughline.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import dev.throughline.model.VexStatement;
import dev.throughline.model.VexStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest {
    private static final AssetKey IMAGE = Estate.image('b');
    private static final AssetKey FINDING = Estate.weakness('a');
    private static final AssetKey CVE = AssetKey.vulnerability("CVE-2024-0001");
    private static final AssetKey GHSA = AssetKey.vulnerability("GHSA-aaaa-bbbb-cccc");
    private static final String SSL = "pkg:apk/alpine/libssl3@3.0.8-r3?arch=x86_64&distro=3.17";

    private static Estate estate() {
        return new Estate()
                .asset(IMAGE, Map.of())
                .vulnerable(IMAGE, 'a', "CVE-2024-0001", Map.of("severity", Severity.HIGH))
                .asset(FINDING, Map.of("packageName", SSL))
                .relation(IMAGE, RelationType.HAS_PACKAGE, purl(SSL));
    }

    private static AssetKey purl(String purl) {
        return AssetKey.of(AssetKind.SOFTWARE_PACKAGE, purl);
    }

    private static AssetKey vex(char id) {
        return AssetKey.of(AssetKind.VEX_STATEMENT, String.valueOf(id).repeat(64));
    }

    private static Estate said(Estate estate, char id, AssetKey vulnerability, AssetKey product, AssetKey... covered) {
        estate.asset(vex(id), Map.of("status", VexStatus.NOT_AFFECTED, "author", "Acme"))
                .relation(vex(id), RelationType.SPEAKS_OF, vulnerability)
                .relation(vex(id), RelationType.APPLIES_TO, product);
        List.of(covered).forEach(one -> estate.relation(vex(id), RelationType.COVERS, one));
        return estate;
    }

    private static List<VexStatement> statements(Estate estate) {
        return estate.finding(FINDING).statements();
    }

    @Test
    void aStatementStandsBesideTheFindingAndChangesNothing() {
        Finding before = estate().finding(FINDING);
        Finding after = said(estate(), 'e', CVE, IMAGE).finding(FINDING);

        assertThat(before.statements()).isEmpty();
        assertThat(after.statements())
                .extracting(VexStatement::text)
                .containsExactly("not affected, says Acme, unsigned");
        assertThat(after.score()).isEqualTo(before.score());
        assertThat(after.state()).isEqualTo(Finding.State.OPEN);
    }

    @Test
    void aStatementOnAnAliasIsOneOnTheVulnerability() {
        Estate estate = said(estate(), 'e', GHSA, IMAGE).asset(GHSA, Map.of("aliases", List.of("CVE-2024-0001")));

        assertThat(statements(estate)).hasSize(1);
    }

    @Test
    void aStatementOnAnotherVulnerabilityOrImageSaysNothing() {
        assertThat(statements(said(estate(), 'e', AssetKey.vulnerability("CVE-2024-0002"), IMAGE)))
                .isEmpty();
        assertThat(statements(said(estate(), 'e', CVE, Estate.image('c')))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:apk/alpine/libssl3@3.0.8-r3, true",
        "pkg:apk/alpine/libssl3, true",
        "pkg:apk/alpine/libssl3@3.0.8-r3?arch=x86_64, true",
        "pkg:apk/alpine/libssl3@3.0.8-r3?arch=aarch64, false",
        "pkg:apk/alpine/libssl3@3.0.9-r0, false",
        "pkg:apk/wolfi/libssl3@3.0.8-r3, false",
    })
    void aStatementOnAPackageCountsWhereverItIs(String product, boolean counts) {
        assertThat(statements(said(estate(), 'e', CVE, purl(product)))).hasSize(counts ? 1 : 0);
        assertThat(statements(said(estate(), 'e', CVE, IMAGE, purl(product)))).hasSize(counts ? 1 : 0);
    }

    @Test
    void aStatementOnAPackageWithinAnotherCountsWhereBothAre() {
        AssetKey app = purl("pkg:golang/github.com/acme/shop@1.0.0");
        Estate within = said(estate(), 'e', CVE, purl("pkg:golang/github.com/acme/shop"), purl(SSL));

        assertThat(statements(within)).isEmpty();
        assertThat(statements(within.relation(IMAGE, RelationType.HAS_PACKAGE, app)))
                .hasSize(1);
    }

    @Test
    void aStatementOnARegistryRepositoryIsOneOnEveryImageInIt() {
        AssetKey repository = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, "ghcr.io/acme/shop");
        Estate estate = said(estate(), 'e', CVE, repository);

        assertThat(statements(estate)).isEmpty();
        assertThat(statements(estate.relation(repository, RelationType.HOLDS, IMAGE)))
                .hasSize(1);
    }

    @Test
    void theNewestStatementComesFirst() {
        Estate estate = said(said(said(estate(), 'c', CVE, IMAGE), 'd', CVE, IMAGE), 'e', CVE, IMAGE)
                .asset(vex('d'), Map.of("statedAt", Instant.parse("2026-01-01T00:00:00Z")))
                .asset(vex('e'), Map.of("statedAt", Instant.parse("2026-02-01T00:00:00Z")));

        assertThat(statements(estate)).extracting(VexStatement::key).containsExactly(vex('e'), vex('d'), vex('c'));
    }
}
