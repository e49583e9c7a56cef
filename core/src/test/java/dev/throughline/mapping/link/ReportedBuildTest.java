package dev.throughline.mapping.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportedBuildTest {
    private static final AssetKey IMAGE = Estate.image('a');
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey RELEASE =
            AssetKey.inRepository(AssetKind.PIPELINE, SHOP, ".github/workflows/release.yml");
    private static final AssetKey RUN = AssetKey.run(SHOP, "123");
    private static final AssetKey HOLDER = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, "ghcr.io/acme/shop");
    private static final AssetKey COMMIT = AssetKey.commit(SHOP, "a".repeat(40));

    private static Estate estate() {
        return new Estate()
                .relation(SHOP, RelationType.DEFINES, RELEASE)
                .relation(RELEASE, RelationType.RAN, RUN)
                .relation(RUN, RelationType.ON_COMMIT, COMMIT)
                .relation(RUN, RelationType.PUSHED, IMAGE, Map.of("method", "container mapping"));
    }

    private static Candidate origin(Estate estate) {
        return estate.assess().mapping().origin(IMAGE).orElseThrow();
    }

    @Test
    void namesTheRunThatPushedTheImageAndWhatItBuilt() {
        Candidate origin = origin(estate());

        assertThat(origin.repository()).isEqualTo(SHOP);
        assertThat(origin.commit()).contains(COMMIT);
        assertThat(origin.pipeline()).contains(RELEASE);
        assertThat(origin.run()).contains(RUN);
        assertThat(origin.strongest().method()).isEqualTo(LinkMethod.PLATFORM_BUILD);
        assertThat(origin.strongest().evidence().assets()).containsExactly(SHOP, RELEASE, RUN, IMAGE);
        assertThat(origin.strongest().evidence().fields()).containsEntry("method", "container mapping");
    }

    @Test
    void namesNoCommitWhenTheRunBuiltSeveral() {
        Estate estate = estate().relation(RUN, RelationType.ON_COMMIT, AssetKey.commit(SHOP, "b".repeat(40)));

        assertThat(origin(estate).commit()).isEmpty();
    }

    @Test
    void showsThatARunBuiltTheCommitOfAFork() {
        Estate estate = estate().asset(RUN, Map.of("headRepository", "repository:github.com/mallory/shop"));

        assertThat(origin(estate).strongest().evidence().fields())
                .containsEntry("headRepository", "repository:github.com/mallory/shop");
        assertThat(origin(estate).strongest().evidence().statement()).contains("fork");
        assertThat(origin(estate).trust()).isEqualTo(Trust.CLAIMED);
        assertThat(origin(estate).confidence()).isLessThan(LinkMethod.PLATFORM_BUILD.confidence());
    }

    @Test
    void isAsSureAsItsMethodWhenTheRunBuiltItsOwnRepository() {
        Estate estate = estate().asset(RUN, Map.of("headRepository", SHOP.text()));

        assertThat(origin(estate).confidence()).isEqualTo(LinkMethod.PLATFORM_BUILD.confidence());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01T09:59:59Z, CLAIMED",
        "2026-05-01T10:00:00Z, PLATFORM",
        "2026-05-01T10:03:00Z, PLATFORM",
        "1980-01-01T00:00:00Z, PLATFORM"
    })
    void isAClaimIfTheImageIsOlderThanTheRun(Instant createdAt, Trust trust) {
        Candidate origin = origin(estate().asset(RUN, Map.of("startedAt", Instant.parse("2026-05-01T10:00:00Z")))
                .asset(IMAGE, Map.of("createdAt", createdAt)));

        assertThat(origin.trust()).isEqualTo(trust);
        assertThat(origin.strongest().evidence().fields().containsKey("imageSeenAt"))
                .isEqualTo(trust == Trust.CLAIMED);
    }

    private static Estate reproducible(String... labels) {
        Instant committedAt = Instant.parse("2026-05-01T09:58:20Z");
        return estate().asset(RUN, Map.of("startedAt", Instant.parse("2026-05-01T10:00:00Z")))
                .asset(COMMIT, Map.of("committedAt", committedAt))
                .asset(IMAGE, Map.of("createdAt", committedAt, "labels", List.of(labels)));
    }

    @Test
    void takesTheTimeOfTheCommitForNoneOfABuildIfLabelsNameTheCommitToo() {
        String source = "org.opencontainers.image.source=https://github.com/acme/shop";
        String revision = "org.opencontainers.image.revision=" + "a".repeat(40);

        assertThat(origin(reproducible(source, revision)).trust()).isEqualTo(Trust.PLATFORM);
        assertThat(origin(reproducible(source, revision)
                                .relation(
                                        HOLDER, RelationType.HOLDS, IMAGE, Map.of("pushedAt", "2026-04-30T09:00:00Z")))
                        .trust())
                .as("the registry has a clock of its own")
                .isEqualTo(Trust.CLAIMED);
        assertThat(List.of(
                        reproducible(),
                        reproducible(source),
                        reproducible(source, revision.replace('a', 'b')),
                        reproducible(source.replace("acme", "victim"), revision)))
                .extracting(estate -> origin(estate).trust())
                .containsOnly(Trust.CLAIMED);
    }

    @Test
    void isAClaimIfARegistryHeldTheImageBefore() {
        Candidate origin = origin(estate().asset(RUN, Map.of("startedAt", Instant.parse("2026-05-01T10:00:00Z")))
                .relation(HOLDER, RelationType.HOLDS, IMAGE, Map.of("pushedAt", "2026-04-30T09:00:00Z")));

        assertThat(origin.trust()).isEqualTo(Trust.CLAIMED);
        assertThat(origin.strongest().evidence().statement()).endsWith("but the image is older than the run");
        assertThat(origin.strongest().evidence().fields())
                .containsEntry("imageSeenAt", "2026-04-30T09:00:00Z")
                .containsEntry("runStartedAt", "2026-05-01T10:00:00Z");
    }

    @Test
    void doesNotCareForATimeThatIsNone() {
        Estate estate = estate().asset(RUN, Map.of("startedAt", Instant.parse("2026-05-01T10:00:00Z")))
                .relation(HOLDER, RelationType.HOLDS, IMAGE, Map.of("pushedAt", "yesterday"));

        assertThat(origin(estate).trust()).isEqualTo(Trust.PLATFORM);
    }

    @Test
    void takesTheOldestPlatformOfAnIndexForItsTime() {
        AssetKey index = AssetKey.of(AssetKind.IMAGE_INDEX, Estate.digest('9').toString());
        Estate estate = estate().asset(RUN, Map.of("startedAt", Instant.parse("2026-05-01T10:00:00Z")))
                .relation(RUN, RelationType.PUSHED, index)
                .relation(Estate.image('c'), RelationType.VARIANT_OF, index)
                .relation(Estate.image('d'), RelationType.VARIANT_OF, index)
                .asset(Estate.image('c'), Map.of("createdAt", Instant.parse("2026-05-01T10:01:00Z")))
                .asset(Estate.image('d'), Map.of("createdAt", Instant.parse("2025-05-01T10:01:00Z")));

        assertThat(estate.assess().mapping().origin(index).orElseThrow().trust())
                .isEqualTo(Trust.CLAIMED);
    }

    @Test
    void saysNothingOfARunWhoseRepositoryIsNotKnown() {
        Estate estate = new Estate().relation(RELEASE, RelationType.RAN, RUN).relation(RUN, RelationType.PUSHED, IMAGE);

        assertThat(estate.assess().mapping().candidates(IMAGE)).isEmpty();
    }
}
