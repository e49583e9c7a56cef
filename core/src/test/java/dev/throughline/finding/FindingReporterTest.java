package dev.throughline.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import dev.throughline.model.Visibility;
import dev.throughline.model.WeaknessType;
import dev.throughline.risk.Factor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingReporterTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey IMAGE = Estate.image('b');
    private static final AssetKey FINDING = Estate.weakness('a');
    private static final AssetKey STORE = Estate.store("payments");
    private static final AssetKey SECRET = AssetKey.inRepository(AssetKind.EXPOSED_SECRET, SHOP, "secret-scanning/1");
    private static final List<String> FROM_SHOP = List.of("org.opencontainers.image.source=github.com/acme/shop");

    private static Estate codeFinding(Map<String, ?> values) {
        return new Estate()
                .asset(SHOP, Map.of())
                .asset(FINDING, Map.of("title", "SQL injection", "type", WeaknessType.CODE))
                .asset(FINDING, values)
                .relation(FINDING, RelationType.AFFECTS, SHOP);
    }

    @Test
    void liftsAFindingInCodeToWhatRunsTheCode() {
        Finding finding = codeFinding(Map.of("severity", Severity.HIGH, "path", "src/A.java", "line", 7L))
                .asset(IMAGE, Map.of("labels", FROM_SHOP))
                .deployment("api")
                .exposed("api")
                .runs("api", IMAGE)
                .finding(FINDING);

        assertThat(finding.asset()).isEqualTo(SHOP);
        assertThat(finding.repository()).isEqualTo(SHOP);
        assertThat(finding.location()).isEqualTo("src/A.java:7");
        assertThat(finding.workloads()).containsExactly(Estate.workload("api"));
        assertThat(finding.has(Factor.INTERNET_EXPOSED)).isTrue();
    }

    @Test
    void namesTheRepositoryWhereAnImageIsToBeMended() {
        Finding finding = new Estate()
                .asset(IMAGE, Map.of("labels", FROM_SHOP))
                .vulnerable(IMAGE, 'a', "CVE-2024-0001", Map.of("severity", Severity.HIGH))
                .finding(FINDING);

        assertThat(finding.asset()).isEqualTo(IMAGE);
        assertThat(finding.repository()).isEqualTo(SHOP);
        assertThat(finding.vulnerability()).isEqualTo(AssetKey.vulnerability("CVE-2024-0001"));
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void keepsWhatIsNotKnownUnknown() {
        Finding finding = codeFinding(Map.of()).finding(FINDING);

        assertThat(finding.severity()).isNull();
        assertThat(finding.location()).isNull();
        assertThat(finding.vulnerability()).isNull();
        assertThat(finding.sourceState()).isNull();
        assertThat(finding.state()).isEqualTo(Finding.State.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"OPEN, OPEN", "DISMISSED, OPEN", "FIXED, FIXED"})
    void keepsTheWordOfTheSourceBesideItsOwn(SourceState source, Finding.State state) {
        Finding finding = codeFinding(Map.of("state", source)).finding(FINDING);

        assertThat(finding.state()).isEqualTo(state);
        assertThat(finding.sourceState()).isEqualTo(source);
    }

    @Test
    void showsFixedFindingsOnlyToWhoAsksForAll() {
        Assessment assessment = codeFinding(Map.of("state", SourceState.FIXED)).assess();

        assertThat(assessment.findings().list()).isEmpty();
        assertThat(assessment.allFindings().list()).hasSize(1);
    }

    @Test
    void namesTheAttackPathsThatLeadThroughWhatRunsIt() {
        Assessment assessment = new Estate()
                .deployment("api")
                .exposed("api")
                .runs("api", IMAGE)
                .vulnerable(
                        IMAGE,
                        'a',
                        "CVE-2024-0001",
                        Map.of("cvssVector", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"))
                .classified('a', "critical", Estate.workload("api").text(), Map.of())
                .assess();

        assertThat(assessment.findings().list().get(0).paths())
                .containsExactly(assessment.attackPaths().list().get(0).key());
    }

    @Test
    void makesOneFindingForEachPlace() {
        List<Finding> findings = new Estate()
                .vulnerable(IMAGE, 'a', "CVE-2024-0001", Map.of("severity", Severity.HIGH))
                .vulnerable(Estate.image('c'), 'a', "CVE-2024-0001", Map.of("severity", Severity.HIGH))
                .assess()
                .findings()
                .list();

        assertThat(findings).extracting(Finding::asset).containsExactlyInAnyOrder(IMAGE, Estate.image('c'));
        assertThat(findings).extracting(Finding::key).doesNotHaveDuplicates();
    }

    @Test
    void makesFindingsOfSeveralLocationsInOneAssetApart() {
        List<Finding> findings = codeFinding(Map.of())
                .relation(FINDING, RelationType.AFFECTS, SHOP, Map.of("location", "A.java:1"))
                .relation(FINDING, RelationType.AFFECTS, SHOP, Map.of("location", "B.java:2"))
                .assess()
                .findings()
                .list();

        assertThat(findings).extracting(Finding::key).doesNotHaveDuplicates();
    }

    private static final String VECTOR = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N";
    private static final AssetKey CVE = AssetKey.vulnerability("CVE-2024-0001");
    private static final AssetKey GHSA = AssetKey.vulnerability("GHSA-aaaa-bbbb-cccc");

    private static Estate reported(Estate estate, char weakness, AssetKey vulnerability, String purl, AssetKey place) {
        Map<String, ?> says = purl == null ? Map.of() : Map.of("packageName", purl);
        return estate.asset(Estate.weakness(weakness), says)
                .asset(vulnerability, Map.of())
                .asset(place, Map.of())
                .relation(Estate.weakness(weakness), RelationType.AFFECTS, place)
                .relation(Estate.weakness(weakness), RelationType.INSTANCE_OF, vulnerability);
    }

    private static List<Finding> both(String one, String other, AssetKey place) {
        return reported(reported(new Estate(), 'b', GHSA, one, place), 'a', CVE, other, place)
                .asset(GHSA, Map.of("aliases", List.of("CVE-2024-0001"), "severity", Severity.LOW))
                .asset(CVE, Map.of("severity", Severity.HIGH, "cvssVector", VECTOR))
                .assess()
                .findings()
                .list();
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:npm/lodash@4.17.4?arch=x, pkg:npm/lodash@4.17.4, 1",
        "pkg:npm/lodash, pkg:npm/lodash@4.17.4, 1",
        ", pkg:npm/lodash@4.17.4, 1",
        "lodash, pkg:npm/lodash@4.17.4, 1",
        "@a/lodash, pkg:npm/%40a/lodash@4.17.4, 1",
        "org.acme:shop, pkg:maven/org.acme/shop@1, 1",
        "libc6, pkg:deb/debian/libc6@2.28-10?arch=amd64, 1",
        "dash, pkg:npm/lodash@4.17.4, 2",
        "pkg:rpm/rhel/avahi@0.7-20.el8, pkg:rpm/redhat/avahi@0.7-20.el8?arch=x, 1",
        "pkg:deb/debian/vim@2%3A8.2, pkg:deb/debian/vim@8.2?epoch=2, 1",
        "pkg:golang/golang.org/x/net@v0.9.0, pkg:golang/golang.org/x/net@0.9.0, 1",
        "pkg:npm/%40a/lodash, pkg:npm/lodash@4.17.4, 2",
        "pkg:npm/lodash@4.17.3, pkg:npm/lodash@4.17.4, 2"
    })
    void makesOneFindingOfWhatTwoToolsSayOfOnePackage(String one, String other, int findings) {
        assertThat(both(one, other, SHOP)).hasSize(findings);
        assertThat(both(one, other, IMAGE)).hasSize(findings);
    }

    @Test
    void namesAllReportsOfAFindingAndTakesTheGravestSeverity() {
        Finding finding = both("pkg:npm/lodash", "pkg:npm/lodash@4.17.4", SHOP).get(0);

        assertThat(finding.key()).as("the report that says most").isEqualTo(Estate.weakness('a'));
        assertThat(finding.reports()).containsExactly(Estate.weakness('a'), Estate.weakness('b'));
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void keepsAReportThatFitsSeveralPackagesApart() {
        Estate estate = reported(new Estate(), 'a', CVE, "pkg:npm/lodash@4.17.3", SHOP);
        reported(estate, 'b', CVE, "pkg:npm/lodash@4.17.4", SHOP);
        reported(estate, 'c', CVE, "pkg:npm/lodash", SHOP);

        assertThat(estate.assess().findings().list()).hasSize(3);
    }

    @Test
    void isOpenAsLongAsAnyToolSaysSo() {
        Estate estate = reported(new Estate(), 'a', CVE, "pkg:npm/lodash@4.17.4", SHOP)
                .asset(Estate.weakness('a'), Map.of("state", SourceState.FIXED));
        reported(estate, 'b', CVE, "pkg:npm/lodash", SHOP);

        assertThat(estate.assess().findings().list()).hasSize(1);
    }

    @Test
    void makesOneFindingOfAnImageThatHasSeveralDigests() {
        AssetKey byConfig = Estate.image('d');
        Estate estate = reported(new Estate(), 'a', CVE, "pkg:deb/debian/a@1", IMAGE)
                .asset(IMAGE, Map.of("configDigest", Estate.digest('d').toString()));
        reported(estate, 'b', CVE, "pkg:deb/debian/a@1?arch=amd64", byConfig);

        assertThat(estate.assess().mapping().namesOf(IMAGE)).contains(byConfig);
        assertThat(estate.assess().findings().list()).hasSize(1);
    }

    @Test
    void givesAFindingTheFactorsOfItsOwnVulnerabilityOnly() {
        Estate estate = reported(new Estate(), 'a', CVE, null, IMAGE).asset(CVE, Map.of("knownExploited", true));
        reported(estate, 'b', AssetKey.vulnerability("CVE-2024-0002"), null, IMAGE);

        assertThat(estate.finding(Estate.weakness('a')).has(Factor.KNOWN_EXPLOITED))
                .isTrue();
        assertThat(estate.finding(Estate.weakness('b')).has(Factor.KNOWN_EXPLOITED))
                .isFalse();
    }

    @Test
    void looksAtAPlaceOnceForAllItsFindings() {
        Estate estate = new Estate().asset(IMAGE, Map.of());
        for (int i = 0; i < 300; i++) {
            estate.deployment("api" + i).exposed("api" + i).runs("api" + i, IMAGE);
        }
        estate.vulnerable(IMAGE, 'a', "CVE-2024-0001", Map.of()).vulnerable(IMAGE, 'b', "CVE-2024-0002", Map.of());

        Finding finding = estate.finding(Estate.weakness('a'));

        assertThat(finding.workloads()).hasSize(300);
        assertThat(finding.factors())
                .filteredOn(verdict -> verdict.factor().equals(Factor.INTERNET_EXPOSED))
                .as("the first hundred that gave it")
                .hasSize(100);
    }

    private static Finding leaked(Map<String, ?> repository, Map<String, ?> secret) {
        return new Estate()
                .asset(SHOP, repository)
                .asset(SECRET, secret)
                .relation(SHOP, RelationType.CONTAINS, SECRET)
                .relation(SECRET, RelationType.CAN_AUTHENTICATE_TO, STORE)
                .asset(AssetKind.DATA_STORE, STORE, Map.of())
                .classified('a', "sensitive", STORE.text(), Map.of())
                .finding(SECRET);
    }

    @Test
    void countsALeakedCredentialByWhatItOpensAndWhoCanReadIt() {
        Finding open = leaked(Map.of("visibility", Visibility.PUBLIC), Map.of("title", "database password"));
        Finding inside = leaked(Map.of("visibility", Visibility.PRIVATE), Map.of("title", "database password"));

        assertThat(open.title()).isEqualTo("database password in github.com/acme/shop");
        assertThat(open.type()).isEqualTo(WeaknessType.SECRET);
        assertThat(open.has(Factor.SENSITIVE_DATA)).isTrue();
        assertThat(open.paths()).isNotEmpty();
        assertThat(open.score().value()).isGreaterThan(inside.score().value());
    }

    @Test
    void countsARevokedCredentialForLittle() {
        assertThat(leaked(Map.of("visibility", Visibility.PUBLIC), Map.of("validity", "inactive"))
                        .severity())
                .isEqualTo(Severity.LOW);
    }

    private static final AssetKey ATTESTATION = AssetKey.of(AssetKind.ATTESTATION, "sha256:" + "f".repeat(64));

    private static Estate contradiction(AssetKey attested) {
        return new Estate()
                .asset(IMAGE, Map.of("labels", FROM_SHOP))
                .asset(ATTESTATION, Map.of("sourceRepository", "https://github.com/mallory/shop"))
                .relation(attested, RelationType.DESCRIBED_BY, ATTESTATION)
                .deployment("api")
                .runs("api", IMAGE);
    }

    @Test
    void reportsAnImageWhoseOriginIsInDispute() {
        List<Finding> findings = contradiction(IMAGE)
                .assess()
                .findings()
                .ofType(WeaknessType.UNEXPECTED_ORIGIN)
                .list();

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).asset()).isEqualTo(IMAGE);
        assertThat(findings.get(0).title())
                .isEqualTo("evidence on the origin of the image disagrees: "
                        + "github.com/mallory/shop (claimed), github.com/acme/shop (claimed)");
        assertThat(findings.get(0).workloads()).containsExactly(Estate.workload("api"));
    }

    @Test
    void reportsItOfAnImageThatIsKnownByItsIndexToo() {
        AssetKey index = AssetKey.of(AssetKind.IMAGE_INDEX, Estate.digest('a').toString());

        assertThat(contradiction(index)
                        .asset(index, Map.of())
                        .relation(IMAGE, RelationType.VARIANT_OF, index)
                        .assess()
                        .findings()
                        .ofType(WeaknessType.UNEXPECTED_ORIGIN)
                        .list())
                .hasSize(1);
    }
}
