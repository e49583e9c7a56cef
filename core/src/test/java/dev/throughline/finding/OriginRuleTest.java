package dev.throughline.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import dev.throughline.model.SignatureState;
import dev.throughline.model.WeaknessType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginRuleTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey RELEASE =
            AssetKey.inRepository(AssetKind.PIPELINE, SHOP, ".github/workflows/release.yml");
    private static final AssetKey RUN = AssetKey.run(SHOP, "7");
    private static final AssetKey IMAGE = Estate.image('b');
    private static final AssetKey OTHER = Estate.image('c');
    private static final AssetKey ATTESTATION = AssetKey.of(AssetKind.ATTESTATION, "sha256:" + "f".repeat(64));
    private static final AssetKey HOLDER = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, "registry.example/x");

    private static Estate running() {
        return new Estate().deployment("api").runs("api", IMAGE);
    }

    private static Estate built(AssetKey image, Map<String, ?> run) {
        return running()
                .asset(RUN, Map.of("nativeId", "7"))
                .asset(RUN, run)
                .relation(SHOP, RelationType.DEFINES, RELEASE)
                .relation(RELEASE, RelationType.RAN, RUN)
                .relation(RUN, RelationType.PUSHED, image);
    }

    private static List<Finding> findings(Estate estate) {
        return estate.assess().findings().ofType(WeaknessType.UNEXPECTED_ORIGIN).list();
    }

    private static Finding only(Estate estate) {
        assertThat(findings(estate)).hasSize(1);
        return findings(estate).get(0);
    }

    private static Estate contradicting(SignatureState signature) {
        return built(IMAGE, Map.of())
                .asset(ATTESTATION, Map.of("sourceRepository", "github.com/mallory/shop", "signature", signature))
                .relation(IMAGE, RelationType.DESCRIBED_BY, ATTESTATION);
    }

    @Test
    void takesDocumentsThatDisagreeMoreSeriouslyThanALabel() {
        assertThat(only(contradicting(SignatureState.UNCHECKED)).severity()).isEqualTo(Severity.HIGH);
        assertThat(only(contradicting(SignatureState.INVALID)).severity()).isEqualTo(Severity.HIGH);
        assertThat(only(built(IMAGE, Map.of())
                                .asset(
                                        IMAGE,
                                        Map.of("labels", List.of("org.opencontainers.image.source=github.com/acme/x"))))
                        .severity())
                .isEqualTo(Severity.MEDIUM);
    }

    @Test
    void keepsTheKeyOfAFindingWhileItsEvidenceChanges() {
        assertThat(only(contradicting(SignatureState.INVALID)).key())
                .isEqualTo(only(contradicting(SignatureState.UNCHECKED)).key());
    }

    @Test
    void reportsWhatWasBuiltFromAFork() {
        Finding finding = only(built(IMAGE, Map.of("headRepository", "repository:github.com/mallory/shop")));

        assertThat(finding.title())
                .isEqualTo("what runs was built from a fork: run 7 of github.com/acme/shop built a commit of"
                        + " repository:github.com/mallory/shop");
        assertThat(finding.repository()).isEqualTo(SHOP);
        assertThat(finding.severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.workloads()).containsExactly(Estate.workload("api"));
        assertThat(findings(built(IMAGE, Map.of("headRepository", SHOP.text()))))
                .isEmpty();
    }

    @Test
    void reportsWhatWasBuiltFromABranchThatNothingProtects() {
        AssetKey branch = AssetKey.branch(SHOP, "wip");

        assertThat(only(built(IMAGE, Map.of("branch", "wip")).asset(branch, Map.of("isProtected", false)))
                        .title())
                .isEqualTo("what runs was built from a branch that nothing protects: github.com/acme/shop@wip");
        assertThat(findings(built(IMAGE, Map.of("branch", "wip")).asset(branch, Map.of("isProtected", true))))
                .isEmpty();
        assertThat(findings(built(IMAGE, Map.of("branch", "wip")).asset(branch, Map.of())))
                .as("not known is not unprotected")
                .isEmpty();
    }

    @Test
    void takesTheBranchFromTheProvenanceWhereThePlatformTellsNone() {
        Estate estate = running()
                .asset(ATTESTATION, Map.of("sourceRepository", SHOP.value(), "sourceRef", "refs/heads/wip"))
                .relation(IMAGE, RelationType.DESCRIBED_BY, ATTESTATION)
                .asset(AssetKey.branch(SHOP, "wip"), Map.of("isProtected", false));

        assertThat(only(estate).title()).contains("github.com/acme/shop@wip");
    }

    private static Estate besideABuild(AssetKey image) {
        return built(OTHER, Map.of("startedAt", Instant.parse("2026-05-01T10:00:00Z")))
                .relation(HOLDER, RelationType.HOLDS, OTHER)
                .relation(HOLDER, RelationType.HOLDS, image);
    }

    @Test
    void reportsADigestThatNoPipelineIsKnownToHaveBuilt() {
        Finding finding = only(besideABuild(IMAGE));

        assertThat(finding.asset()).isEqualTo(IMAGE);
        assertThat(finding.repository()).isEqualTo(SHOP);
        assertThat(finding.title())
                .isEqualTo("a digest runs of which no build is known, though"
                        + " github.com/acme/shop/.github/workflows/release.yml builds what is in registry.example/x");
    }

    @Test
    void doesNotReportWhatIsOlderThanTheRecordsOfBuilds() {
        assertThat(findings(
                        besideABuild(IMAGE).asset(IMAGE, Map.of("createdAt", Instant.parse("2025-01-01T00:00:00Z")))))
                .isEmpty();
    }

    @Test
    void reportsADigestOfWhichADocumentThatNobodyVerifiedIsAllThatTells() {
        Estate said = besideABuild(IMAGE)
                .asset(ATTESTATION, Map.of("sourceRepository", SHOP.value(), "signature", SignatureState.ABSENT))
                .relation(IMAGE, RelationType.DESCRIBED_BY, ATTESTATION);

        assertThat(only(said).title())
                .startsWith("a digest runs of which only a claim tells the build (github.com/acme/shop), though ");
        assertThat(findings(said.relation(SHOP, RelationType.CONTAINS, ATTESTATION)))
                .as("the code host keeps it")
                .isEmpty();
    }

    @Test
    void doesNotReportImagesThatNobodyHereBuilds() {
        assertThat(findings(running()
                        .relation(HOLDER, RelationType.HOLDS, IMAGE)
                        .relation(HOLDER, RelationType.HOLDS, OTHER)))
                .isEmpty();
    }

    @Test
    void reportsARepositoryThatIsAnotherOneByNow() {
        Estate estate = running()
                .asset(SHOP, Map.of("createdAt", Instant.parse("2026-05-01T10:00:00Z")))
                .asset(
                        IMAGE,
                        Map.of(
                                "createdAt",
                                Instant.parse("2025-01-01T00:00:00Z"),
                                "labels",
                                List.of("org.opencontainers.image.source=github.com/acme/shop")));

        assertThat(only(estate).title())
                .isEqualTo("what runs was built from a repository that is gone; another one has its name now:"
                        + " github.com/acme/shop");
        assertThat(only(estate).repository()).isNull();
    }

    private static Estate tagged(String tag) {
        AssetKey key = AssetKey.parse("imagetag:registry.example/x:" + tag);
        return running().relation(key, RelationType.TAGGED, IMAGE).relation(key, RelationType.TAGGED, OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.4.2", "v1.4.2-rc.1", "0123456789abcdef0123456789abcdef01234567"})
    void reportsATagOfOneVersionThatWasPushedAgain(String tag) {
        Finding finding = only(tagged(tag));

        assertThat(finding.asset()).isEqualTo(IMAGE);
        assertThat(finding.title()).contains("registry.example/x:" + tag, "2 times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "main", "1.4", "stable-2"})
    void letsTagsMoveThatAreMeantTo(String tag) {
        assertThat(findings(tagged(tag))).isEmpty();
    }

    private static Estate deployedByTag(Map<String, ?> image, Map<String, ?> other) {
        AssetKey tag = AssetKey.parse("imagetag:registry.example/x:latest");
        return new Estate()
                .deployment("api")
                .relation(
                        Estate.container("api"),
                        RelationType.CREATED_FROM,
                        IMAGE,
                        Map.of("reference", "registry.example/x:latest"))
                .asset(IMAGE, image)
                .asset(OTHER, other)
                .relation(tag, RelationType.TAGGED, OTHER);
    }

    @Test
    void reportsATagThatMovedSinceAWorkloadWasDeployed() {
        Finding finding = only(deployedByTag(Map.of(), Map.of()));

        assertThat(finding.asset()).isEqualTo(Estate.workload("api"));
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        assertThat(finding.title()).contains(IMAGE.value(), OTHER.value(), "registry.example/x:latest");
    }

    @Test
    void knowsThatATagOnceMayHavePointedAtAnOlderImage() {
        Map<String, Instant> older = Map.of("createdAt", Instant.parse("2025-01-01T00:00:00Z"));
        Map<String, Instant> newer = Map.of("createdAt", Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(findings(deployedByTag(newer, older))).isEmpty();
        assertThat(findings(deployedByTag(older, newer))).hasSize(1);
    }
}
