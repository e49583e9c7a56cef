package dev.throughline.testing;

import static dev.throughline.testing.ThroughlineAssertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Digest;
import dev.throughline.model.SignatureState;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Level;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The examples of {@code docs/testing.md}. */
class MappingGuideTest {
    static final Digest IMAGE = SmallEstate.digest("payments 1.4.2");
    static final String COMMIT = "4f1c2a90de3b58c7716e0f2a9b3cd4e5f6071829";
    static final AssetKey PAYMENTS = AssetKey.workload("prod-eu", "shop", "Deployment", "payments");

    static final SmallEstate SHOP = SmallEstate.named("shop")
            .repository("github.com/acme/shop")
            .ownedBy("github.com/acme/payments")
            .pipeline(".github/workflows/release.yml")
            .run("17")
            .on(COMMIT)
            .pushes(IMAGE)
            .workload("prod-eu", "shop", "Deployment", "payments")
            .runs(IMAGE);

    @RegisterExtension
    static final ThroughlineExtension THROUGHLINE = ThroughlineExtension.inMemory();

    @Test
    void paymentsIsBuiltFromTheShop(Throughline throughline) {
        throughline.ingest(SHOP);

        Assessment assessment = throughline.assess();

        assertThat(assessment)
                .workload(PAYMENTS)
                .isBuiltFrom("github.com/acme/shop")
                .at(COMMIT)
                .by(LinkMethod.PLATFORM_BUILD)
                .builtBy(".github/workflows/release.yml");
        assertThat(assessment).repository("github.com/acme/shop").runsIn(PAYMENTS);
    }

    @Test
    void aLabelDoesNotBeatTheReportOfABuild() {
        Assessment assessment = SHOP.image(IMAGE)
                .labelled("org.opencontainers.image.source", "https://github.com/mallory/shop")
                .assess();

        assertThat(assessment)
                .as("payments with the label of a stranger")
                .workload(PAYMENTS)
                .isInConflictBetween("github.com/acme/shop", "github.com/mallory/shop")
                .isBuiltFrom("github.com/acme/shop")
                .withTrustOfAtLeast(Trust.PLATFORM);
    }

    @Test
    void anImageOfOthersIsNotMapped() {
        Assessment assessment = SmallEstate.named("data")
                .workload("prod-eu", "data", "StatefulSet", "cache")
                .runs(SmallEstate.digest("redis 7.4"))
                .assess();

        assertThat(assessment)
                .workload(AssetKey.workload("prod-eu", "data", "StatefulSet", "cache"))
                .isNotMapped("no provenance");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Assessment assessment = SHOP.image(IMAGE)
                .attested(SignatureState.VERIFIED, "https://github.com/acme/shop", COMMIT)
                .vulnerableTo("CVE-2024-38819", 7.5)
                .workload("prod-eu", "shop", "Deployment", "payments")
                .exposedToTheInternet()
                .assess();

        SoftAssertions.assertSoftly(softly -> {
            softly.check(() -> assertThat(assessment)
                    .workload(PAYMENTS)
                    .isBuiltFrom("github.com/acme/shop")
                    .by(LinkMethod.VERIFIED_PROVENANCE));
            softly.check(() -> assertThat(assessment).workload(PAYMENTS).hasFactor(Factor.INTERNET_EXPOSED));
            softly.check(() -> assertThat(assessment)
                    .workload(PAYMENTS)
                    .hasFinding("CVE-2024-38819")
                    .hasNoFindingOfAtLeast(Level.CRITICAL));
        });
    }

    @Test
    void theMappingIsTheOneOfTheGoldenFile() {
        assertThat(SHOP.assess()).matchesGolden(Path.of("src/test/resources/testing/shop.txt"));
    }
}
