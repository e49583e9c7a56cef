package dev.throughline.testing;

import static dev.throughline.testing.ThroughlineAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.Assessment;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Digest;
import dev.throughline.model.SignatureState;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Level;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AssessmentAssertTest {
    private static final String COMMIT = "4f1c2a90de3b58c7716e0f2a9b3cd4e5f6071829";
    private static final Digest IMAGE = SmallEstate.digest("payments");
    private static final Digest SIDECAR = SmallEstate.digest("proxy");
    private static final AssetKey PAYMENTS = AssetKey.workload("prod-eu", "shop", "Deployment", "payments");
    private static final AssetKey STRANGER = AssetKey.workload("prod-eu", "shop", "Deployment", "stranger");

    private static final Assessment SHOP = SmallEstate.named("shop")
            .repository("github.com/mallory/shop")
            .asFork()
            .repository("github.com/acme/shop")
            .ownedBy("github.com/acme/payments")
            .pipeline(".github/workflows/release.yml")
            .run("17")
            .on(COMMIT)
            .pushes(IMAGE)
            .image(IMAGE)
            .labelled("org.opencontainers.image.source", "https://github.com/mallory/shop")
            .vulnerableTo("CVE-2024-38819", 9.8)
            .image(SIDECAR)
            .attested(SignatureState.VERIFIED, "https://github.com/acme/proxy", COMMIT)
            .workload("prod-eu", "shop", "Deployment", "payments")
            .runs(IMAGE)
            .runs(SIDECAR)
            .exposedToTheInternet()
            .workload("prod-eu", "shop", "Deployment", "stranger")
            .runs("redis:7")
            .assess();

    private static void assertFails(ThrowingCallable assertion, String... parts) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContainingAll(parts);
    }

    @Test
    void passesWhatHolds() {
        assertThat(SHOP)
                .hasNoGaps()
                .workload(PAYMENTS)
                .runsImage(AssetKey.image(IMAGE))
                .hasOwner("github.com/acme/payments")
                .hasFactor(Factor.INTERNET_EXPOSED)
                .hasFinding("CVE-2024-38819")
                .isInConflictBetween("github.com/acme/shop", "github.com/mallory/shop")
                .hasOrigin()
                .at(COMMIT)
                .by(LinkMethod.PLATFORM_BUILD)
                .supportedBy(LinkMethod.PLATFORM_BUILD)
                .withTrustOfAtLeast(Trust.ASSERTED)
                .builtBy(".github/workflows/release.yml")
                .inRun(AssetKey.parse("run:github.com/acme/shop/actions/runs/17"));
        assertThat(SHOP).workload(STRANGER).isNotMapped().isNotInConflict().isOnNoAttackPath();
        assertThat(SHOP).workload(STRANGER).hasNoFindingOfAtLeast(Level.LOW).hasNoUnexpectedOrigin();
        assertThat(SHOP).image(AssetKey.image(SIDECAR)).isNotInConflict().runsIn(PAYMENTS);
        assertThat(SHOP).repository("https://github.com/acme/shop.git").runsIn(PAYMENTS);
        assertThat(SHOP).repository("github.com/mallory/shop").runsNowhere();
    }

    @Test
    void goesOnWithThoseImagesOfAWorkloadThatPass() {
        assertThat(SHOP)
                .workload(PAYMENTS)
                .hasOrigin()
                .by(LinkMethod.VERIFIED_PROVENANCE)
                .at(COMMIT);
        assertFails(
                () -> assertThat(SHOP)
                        .workload(PAYMENTS)
                        .hasOrigin()
                        .by(LinkMethod.VERIFIED_PROVENANCE)
                        .builtBy(".github/workflows/release.yml"),
                "expected an origin built by .github/workflows/release.yml",
                "github.com/acme/proxy");
    }

    @Test
    void suggestsKeysWhenOneIsNotThere() {
        assertFails(
                () -> assertThat(SHOP).workload(AssetKey.workload("prod-eu", "shop", "Deployment", "paymets")),
                "holds no workload:prod-eu/shop/Deployment/paymets; the nearest",
                "\n  workload:prod-eu/shop/Deployment/payments\n  workload:prod-eu/shop/Deployment/stranger");
        assertFails(
                () -> assertThat(SHOP).repository("github.com/acme/shopp"),
                "nearest",
                "repository:github.com/acme/shop");
        assertFails(
                () -> assertThat(SmallEstate.named("empty").assess()).repository("github.com/acme/shop"),
                "no other repository either");
    }

    @Test
    void knowsARepositoryThatOnlyEvidenceNames() {
        assertThat(SHOP).repository("github.com/acme/proxy").runsIn(PAYMENTS).isOnNoAttackPath();
    }

    @Test
    void refusesAKeyOfAnotherKind() {
        assertFails(() -> assertThat(SHOP).workload(AssetKey.image(IMAGE)), "is not the key of a Workload");
    }

    @Test
    void tellsCandidatesWithMethodsAndEvidence() {
        assertFails(
                () -> assertThat(SHOP).workload(PAYMENTS).isBuiltFrom("github.com/mallory/shop"),
                "expected workload:prod-eu/shop/Deployment/payments to be built from repository:github.com/mallory/shop",
                "its candidates are, most likely first,",
                "\n  commit:github.com/acme/shop@" + COMMIT + " by platform-build (platform)",
                "\n    platform-build (platform): the platform reported that a run",
                "\n  repository:github.com/mallory/shop by image-label (claimed)",
                "[org.opencontainers.image.source=https://github.com/mallory/shop]");
        assertFails(
                () -> assertThat(SHOP).workload(PAYMENTS).isNotInConflict(),
                "expected the origin of",
                "to be undisputed",
                "repository:github.com/mallory/shop");
        assertFails(
                () -> assertThat(SHOP)
                        .workload(PAYMENTS)
                        .isBuiltFrom("github.com/acme/shop")
                        .at("0".repeat(40)),
                "expected an origin at commit 0000",
                "platform-build (platform)");
    }

    @Test
    void tellsWhyNothingIsKnown() {
        assertFails(
                () -> assertThat(SHOP).workload(STRANGER).hasOrigin(),
                "it is not mapped",
                "\n  reason: the image is not known by its digest",
                "\n  remedy: ");
        assertFails(
                () -> assertThat(SHOP).workload(STRANGER).isNotMapped("no provenance"),
                "because 'no provenance'",
                "reason: the image is not known by its digest");
    }

    @Test
    void tellsWhatWasFoundInstead() {
        assertFails(
                () -> assertThat(SHOP).workload(PAYMENTS).isNotMapped(), "not to be mapped, but its candidates are");
        assertFails(
                () -> assertThat(SHOP).workload(STRANGER).runsImage(AssetKey.image(IMAGE)),
                "but it runs\n  imagetag:docker.io/library/redis:7");
        assertFails(
                () -> assertThat(SHOP).workload(STRANGER).hasOwner("github.com/acme/payments"), "its owners are none");
        assertFails(
                () -> assertThat(SHOP).workload(STRANGER).hasFactor(Factor.SENSITIVE_DATA),
                "to be sensitive-data, but it is",
                "unknown");
        assertFails(
                () -> assertThat(SHOP).workload(PAYMENTS).doesNotHaveFactor(Factor.INTERNET_EXPOSED),
                "not to be internet-exposed");
        assertFails(
                () -> assertThat(SHOP).workload(PAYMENTS).hasFinding("CVE-2000-0001"),
                "expected a finding 'CVE-2000-0001'",
                "CVE-2024-38819");
        assertFails(
                () -> assertThat(SHOP).workload(PAYMENTS).hasNoFindingOfAtLeast(Level.HIGH),
                "no finding of level high or more",
                "CVE-2024-38819");
        assertFails(
                () -> assertThat(SHOP).repository("github.com/acme/shop").runsIn(PAYMENTS, STRANGER),
                "to run in\n  workload:prod-eu/shop/Deployment/payments\n  workload:prod-eu/shop/Deployment/stranger",
                "but it runs in\n  workload:prod-eu/shop/Deployment/payments");
        assertFails(
                () -> assertThat(SHOP).repository("github.com/acme/shop").runsNowhere(),
                "to run nowhere, but it runs in\n  workload:prod-eu/shop/Deployment/payments");
    }

    @Test
    void carriesTheDescriptionOn() {
        assertFails(
                () -> assertThat(SHOP)
                        .as("after the move")
                        .workload(PAYMENTS)
                        .isBuiltFrom("github.com/acme/shop")
                        .by(LinkMethod.NAME),
                "[after the move] expected an origin by name");
    }

    @Test
    void tellsWhoDeploysFromWhoBuilds() {
        Assessment deployed = SmallEstate.named("deployed")
                .workload("prod-eu", "shop", "Deployment", "payments")
                .runs(IMAGE)
                .annotated("org.opencontainers.image.source", "https://github.com/acme/gitops")
                .assess();

        assertThat(deployed)
                .workload(PAYMENTS)
                .isNotMapped()
                .isDeployedFrom("github.com/acme/gitops")
                .by(LinkMethod.DEPLOYMENT_TOOLING);
        assertFails(
                () -> assertThat(deployed).workload(PAYMENTS).isDeployedFrom("github.com/acme/shop"),
                "to be deployed from repository:github.com/acme/shop, but the candidates are",
                "repository:github.com/acme/gitops by deployment-tooling (claimed)");
    }

    @Test
    void refusesAnAbbreviatedCommit() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> assertThat(SHOP).workload(PAYMENTS).hasOrigin().at("4f1c2a9"));
    }

    @Test
    void showsEvidenceThatAnImageMadeUpOnOneLine() {
        Assessment spoofed = SmallEstate.named("spoofed")
                .image(IMAGE)
                .labelled("org.opencontainers.image.source", "https://github.com/mallory/shop?\u0007100%s")
                .assess();

        assertThatThrownBy(
                        () -> assertThat(spoofed).image(AssetKey.image(IMAGE)).isNotMapped())
                .hasMessageContaining("\\u0007100%s");
    }
}
