package dev.throughline.mapping.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.SignatureState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NameReuseTest {
    private static final AssetKey IMAGE = Estate.image('a');
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey ATTESTATION = AssetKey.of(AssetKind.ATTESTATION, "sha256:" + "f".repeat(64));
    private static final Instant BEFORE = Instant.parse("2025-03-01T10:00:00Z");
    private static final Instant CREATED = Instant.parse("2026-01-15T08:00:00Z");
    private static final Instant AFTER = Instant.parse("2026-02-01T10:00:00Z");

    private static Estate labelled(Instant builtAt) {
        return new Estate()
                .asset(SHOP, Map.of("createdAt", CREATED))
                .asset(
                        IMAGE,
                        Map.of(
                                "createdAt",
                                builtAt,
                                "labels",
                                List.of("org.opencontainers.image.source=https://github.com/acme/shop")));
    }

    private static Candidate origin(Estate estate) {
        return estate.assess().mapping().origin(IMAGE).orElseThrow();
    }

    @Test
    void leavesOnlyTheNameOfARepositoryThatWasCreatedAfterTheBuild() {
        Candidate origin = origin(labelled(BEFORE));

        assertThat(origin.trust()).isEqualTo(Trust.GUESS);
        assertThat(origin.strongest().method()).isEqualTo(LinkMethod.NAME);
        assertThat(origin.strongest().evidence().statement()).contains("created after the build and inherits nothing");
        assertThat(origin.strongest().evidence().fields())
                .containsEntry("builtAt", "2025-03-01T10:00:00Z")
                .containsEntry("repositoryCreatedAt", "2026-01-15T08:00:00Z");
    }

    @Test
    void believesWhatWasBuiltLater() {
        assertThat(origin(labelled(AFTER)).strongest().method()).isEqualTo(LinkMethod.IMAGE_LABEL);
    }

    @Test
    void takesTheTimeOfAReproducibleBuildForNone() {
        assertThat(origin(labelled(Instant.EPOCH)).strongest().method()).isEqualTo(LinkMethod.IMAGE_LABEL);
    }

    @ParameterizedTest
    @EnumSource
    void holdsForEveryProvenance(SignatureState signature) {
        Estate estate = new Estate()
                .asset(SHOP, Map.of("createdAt", CREATED))
                .asset(IMAGE, Map.of("createdAt", BEFORE))
                .asset(ATTESTATION, Map.of("sourceRepository", "github.com/acme/shop", "signature", signature))
                .relation(IMAGE, RelationType.DESCRIBED_BY, ATTESTATION);

        assertThat(origin(estate).trust()).isEqualTo(Trust.GUESS);
    }

    private static Estate attested(String stated, Instant builtAt) {
        return new Estate()
                .asset(SHOP, Map.of("nativeId", "1002", "createdAt", CREATED))
                .asset(IMAGE, Map.of("createdAt", builtAt))
                .asset(
                        ATTESTATION,
                        Map.of(
                                "sourceRepository",
                                "github.com/acme/shop",
                                "sourceRepositoryId",
                                stated,
                                "signature",
                                SignatureState.VERIFIED))
                .relation(IMAGE, RelationType.DESCRIBED_BY, ATTESTATION);
    }

    @Test
    void knowsTheRepositoryByTheIdThatThePlatformGaveIt() {
        Candidate other = origin(attested("77", AFTER));

        assertThat(other.trust()).isEqualTo(Trust.GUESS);
        assertThat(other.commit()).isEmpty();
        assertThat(other.strongest().evidence().statement()).contains("has another id and inherits nothing");
        assertThat(other.strongest().evidence().fields())
                .containsEntry("statedId", "77")
                .containsEntry("repositoryId", "1002");
    }

    @Test
    void believesTheIdBeforeTheTime() {
        assertThat(origin(attested("1002", BEFORE)).trust()).isEqualTo(Trust.SIGNED);
    }

    @Test
    void knowsAnIndexByTheTimeOfItsPlatforms() {
        AssetKey index = AssetKey.of(AssetKind.IMAGE_INDEX, Estate.digest('b').toString());
        Estate estate = new Estate()
                .asset(SHOP, Map.of("createdAt", CREATED))
                .asset(IMAGE, Map.of("createdAt", BEFORE))
                .asset(ATTESTATION, Map.of("sourceRepository", "github.com/acme/shop"))
                .relation(IMAGE, RelationType.VARIANT_OF, index)
                .relation(index, RelationType.DESCRIBED_BY, ATTESTATION);

        assertThat(origin(estate).trust()).isEqualTo(Trust.GUESS);
    }

    @Test
    void knowsARunByItsStart() {
        AssetKey pipeline = AssetKey.inRepository(AssetKind.PIPELINE, SHOP, ".github/workflows/release.yml");
        AssetKey run = AssetKey.run(SHOP, "7");
        Estate estate = new Estate()
                .asset(SHOP, Map.of("createdAt", CREATED))
                .asset(run, Map.of("startedAt", BEFORE))
                .asset(IMAGE, Map.of("createdAt", AFTER))
                .relation(SHOP, RelationType.DEFINES, pipeline)
                .relation(pipeline, RelationType.RAN, run)
                .relation(run, RelationType.PUSHED, IMAGE);

        assertThat(origin(estate).trust()).isEqualTo(Trust.GUESS);
        assertThat(origin(estate).run()).isEmpty();
    }
}
