package dev.throughline.mapping;

import static dev.throughline.mapping.Told.FORK;
import static dev.throughline.mapping.Told.IMAGE;
import static dev.throughline.mapping.Told.SHOP;
import static dev.throughline.mapping.Told.link;
import static dev.throughline.mapping.Told.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Digests of indices, manifests and configurations, and tags, as names of one image. */
class NamesOfImagesTest {
    @Test
    void knowsAnImageByTheDigestOfItsConfiguration() {
        Estate estate = new Estate()
                .asset(IMAGE, Map.of("configDigest", Estate.digest('c').toString()))
                .deployment("api")
                .runs("api", Estate.image('c'));

        Mapping mapping = mapping(estate, link(SHOP, LinkMethod.PROVENANCE));

        assertThat(mapping.namesOf(Estate.image('c'))).containsExactly(IMAGE, Estate.image('c'));
        assertThat(mapping.origin(Estate.image('c'))).map(Candidate::repository).contains(SHOP);
        assertThat(mapping.workloadsRunning(IMAGE)).containsExactly(Estate.workload("api"));
        assertThat(mapping.workloadsOf(SHOP)).containsExactly(Estate.workload("api"));
    }

    @Test
    void knowsAPlatformManifestByItsIndex() {
        AssetKey index = AssetKey.of(AssetKind.IMAGE_INDEX, Estate.digest('a').toString());
        Estate estate = new Estate()
                .asset(index, Map.of())
                .relation(IMAGE, RelationType.VARIANT_OF, index)
                .deployment("api")
                .runs("api", IMAGE);

        Mapping mapping = mapping(estate, link(index, SHOP, LinkMethod.PROVENANCE));

        assertThat(mapping.origin(IMAGE)).map(Candidate::repository).contains(SHOP);
        assertThat(mapping.imagesOf(SHOP)).containsExactly(IMAGE, index);
        assertThat(mapping.workloadsOf(SHOP)).containsExactly(Estate.workload("api"));
    }

    @Test
    void followsATagThatPointsAtOneImage() {
        AssetKey tag = AssetKey.parse("imagetag:ghcr.io/acme/shop:1");
        Estate estate = new Estate().deployment("api").runs("api", tag).relation(tag, RelationType.TAGGED, IMAGE);

        assertThat(mapping(estate).imagesRunBy(Estate.workload("api"))).containsExactly(IMAGE);
        assertThat(mapping(estate).unresolvedTagsOf(Estate.workload("api"))).isEmpty();
    }

    @Test
    void doesNotGuessWhatATagPointsAt() {
        AssetKey moved = AssetKey.parse("imagetag:ghcr.io/acme/shop:1");
        AssetKey lost = AssetKey.parse("imagetag:ghcr.io/acme/shop:2");
        Estate estate = new Estate()
                .deployment("api")
                .runs("api", moved)
                .runs("api", lost)
                .relation(moved, RelationType.TAGGED, IMAGE)
                .relation(moved, RelationType.TAGGED, Estate.image('c'));

        assertThat(mapping(estate).imagesRunBy(Estate.workload("api"))).isEmpty();
        assertThat(mapping(estate).unresolvedTagsOf(Estate.workload("api"))).containsExactly(moved, lost);
    }

    @Test
    void followsATagThatPointsAtSeveralNamesOfOneImage() {
        AssetKey tag = AssetKey.parse("imagetag:ghcr.io/acme/shop:1");
        AssetKey index = AssetKey.of(AssetKind.IMAGE_INDEX, Estate.digest('a').toString());
        Estate estate = new Estate()
                .deployment("api")
                .runs("api", tag)
                .relation(tag, RelationType.TAGGED, IMAGE)
                .relation(tag, RelationType.TAGGED, index)
                .relation(IMAGE, RelationType.VARIANT_OF, index);

        assertThat(mapping(estate).imagesRunBy(Estate.workload("api"))).containsExactly(IMAGE);
    }

    @Test
    void doesNotMixTheOriginsOfTwoIndicesThatListOneManifest() {
        AssetKey ours = AssetKey.of(AssetKind.IMAGE_INDEX, Estate.digest('1').toString());
        AssetKey theirs = AssetKey.of(AssetKind.IMAGE_INDEX, Estate.digest('2').toString());
        Estate estate = new Estate()
                .relation(IMAGE, RelationType.VARIANT_OF, ours)
                .relation(IMAGE, RelationType.VARIANT_OF, theirs)
                .deployment("api")
                .runs("api", ours);

        Mapping mapping = mapping(
                estate, link(ours, SHOP, LinkMethod.VERIFIED_PROVENANCE), link(theirs, FORK, LinkMethod.IMAGE_LABEL));

        assertThat(mapping.candidates(ours)).extracting(Candidate::repository).containsExactly(SHOP);
        assertThat(mapping.candidates(theirs)).extracting(Candidate::repository).containsExactly(FORK);
        assertThat(mapping.candidates(IMAGE)).extracting(Candidate::repository).containsExactly(SHOP, FORK);
        assertThat(mapping.isConflict(IMAGE)).isTrue();
        assertThat(mapping.namesOf(theirs)).containsExactly(theirs);
        assertThat(mapping.workloadsOf(FORK)).isEmpty();
        assertThat(mapping.workloadsRunning(theirs)).isEmpty();
        assertThat(mapping.workloadsRunning(IMAGE)).containsExactly(Estate.workload("api"));
    }

    @Test
    void letsWhatIsKnownOfAManifestSpeakForEveryIndexThatListsIt() {
        AssetKey ours = AssetKey.of(AssetKind.IMAGE_INDEX, Estate.digest('1').toString());
        AssetKey again = AssetKey.of(AssetKind.IMAGE_INDEX, Estate.digest('2').toString());
        Estate estate = new Estate()
                .relation(IMAGE, RelationType.VARIANT_OF, ours)
                .relation(IMAGE, RelationType.VARIANT_OF, again);

        Mapping mapping = mapping(estate, link(IMAGE, SHOP, LinkMethod.VERIFIED_PROVENANCE));

        assertThat(mapping.origin(ours)).map(Candidate::repository).contains(SHOP);
        assertThat(mapping.origin(again)).map(Candidate::repository).contains(SHOP);
    }

    @Test
    void doesNotTakeAManifestForTheConfigurationOfAnother() {
        AssetKey theirs = Estate.image('9');
        Estate estate = new Estate()
                .asset(IMAGE, Map.of("configDigest", Estate.digest('c').toString()))
                .asset(Estate.image('c'), Map.of())
                .asset(theirs, Map.of("configDigest", Estate.digest('b').toString()));

        Mapping mapping = mapping(estate, link(theirs, FORK, LinkMethod.VERIFIED_PROVENANCE));

        assertThat(mapping.candidates(IMAGE)).isEmpty();
        assertThat(mapping.namesOf(IMAGE)).containsExactly(IMAGE, Estate.image('c'));
    }

    @Test
    void doesNotJoinManifestsThatClaimOneConfiguration() {
        AssetKey theirs = Estate.image('9');
        String config = Estate.digest('c').toString();
        Estate estate = new Estate()
                .asset(IMAGE, Map.of("configDigest", config))
                .asset(theirs, Map.of("configDigest", config))
                .asset(Estate.image('c'), Map.of());

        Mapping mapping =
                mapping(estate, link(IMAGE, SHOP, LinkMethod.PROVENANCE), link(theirs, FORK, LinkMethod.PROVENANCE));

        assertThat(mapping.candidates(IMAGE)).extracting(Candidate::repository).containsExactly(SHOP);
        assertThat(mapping.isConflict(Estate.image('c'))).isTrue();
    }

    @Test
    void survivesNamesThatGoRound() {
        AssetKey index = AssetKey.of(AssetKind.IMAGE_INDEX, Estate.digest('b').toString());
        Estate estate = new Estate()
                .asset(IMAGE, Map.of("configDigest", Estate.digest('b').toString()))
                .relation(IMAGE, RelationType.VARIANT_OF, index);

        assertThat(mapping(estate).namesOf(IMAGE)).containsExactly(IMAGE, index);
    }

    @Test
    void tellsWhatAnImageWasBuiltUponAsLineageOnly() {
        AssetKey base = Estate.image('d');
        Estate estate = new Estate()
                .asset(
                        IMAGE,
                        Map.of(
                                "baseName",
                                "docker.io/library/alpine:3.20",
                                "labels",
                                List.of("org.opencontainers.image.base.digest=" + Estate.digest('e'), "x")))
                .relation(IMAGE, RelationType.BASED_ON, base);

        Mapping mapping = mapping(estate, link(base, FORK, LinkMethod.PROVENANCE));

        assertThat(mapping.basesOf(IMAGE))
                .extracting(BaseImage::base)
                .containsExactly(base, Estate.image('e'), AssetKey.parse("imagetag:docker.io/library/alpine:3.20"));
        assertThat(mapping.origin(base)).map(Candidate::repository).contains(FORK);
        assertThat(mapping.candidates(IMAGE)).isEmpty();
    }

    @Test
    void survivesWhateverABaseLabelHolds() {
        Estate estate = new Estate()
                .asset(
                        IMAGE,
                        Map.of(
                                "labels",
                                List.of(
                                        "org.opencontainers.image.base.digest=sha256:x",
                                        "org.opencontainers.image.base.name=:::")));

        assertThat(mapping(estate).basesOf(IMAGE)).isEmpty();
    }
}
