package dev.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MappingTest {
    private static final AssetKey IMAGE = Estate.image('b');
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey FORK = AssetKey.repository("github.com/mallory/shop");

    private static Link link(AssetKey repository, LinkMethod method) {
        return link(IMAGE, repository, method);
    }

    private static Link link(AssetKey image, AssetKey repository, LinkMethod method) {
        return new Link(image, repository, null, null, null, method, Evidence.of("a test says so", image));
    }

    private static Mapping mapping(Estate estate, Link... links) {
        Linker linker = (graph, sink) -> Arrays.stream(links).forEach(sink);
        return Mapping.of(estate.assess().graph(), List.of(linker));
    }

    private static Mapping mapping(Link... links) {
        return mapping(new Estate().asset(IMAGE, Map.of()), links);
    }

    @Test
    void neverLetsALabelBeatASignature() {
        for (LinkMethod signed : LinkMethod.values()) {
            for (LinkMethod weaker : LinkMethod.values()) {
                if (signed.trust().compareTo(weaker.trust()) < 0) {
                    assertThat(mapping(link(FORK, weaker), link(SHOP, signed)).origin(IMAGE))
                            .as("%s against %s", signed, weaker)
                            .map(Candidate::repository)
                            .contains(SHOP);
                }
            }
        }
    }

    @Test
    void neverLetsManyWeakWordsBeatOneStrong() {
        Mapping mapping = mapping(
                link(SHOP, LinkMethod.PROVENANCE), link(FORK, LinkMethod.IMAGE_LABEL), link(FORK, LinkMethod.NAME));

        assertThat(mapping.candidates(IMAGE)).extracting(Candidate::repository).containsExactly(SHOP, FORK);
    }

    @Test
    void isAsSureAsItsOnlyEvidence() {
        for (LinkMethod method : LinkMethod.values()) {
            assertThat(mapping(link(SHOP, method)).origin(IMAGE).orElseThrow().confidence())
                    .isEqualTo(method.confidence(), within(1e-12));
        }
    }

    @Test
    void isSurerWhenEvidenceOfAnotherKindAgrees() {
        double alone = mapping(link(SHOP, LinkMethod.PROVENANCE))
                .origin(IMAGE)
                .orElseThrow()
                .confidence();
        double agreed = mapping(link(SHOP, LinkMethod.PROVENANCE), link(SHOP, LinkMethod.IMAGE_LABEL))
                .origin(IMAGE)
                .orElseThrow()
                .confidence();

        assertThat(agreed).isGreaterThan(alone).isEqualTo(1 - 0.2 * 0.5, within(1e-12));
    }

    @Test
    void isNotSurerWhenOneKindOfEvidenceRepeatsItself() {
        Link other = new Link(
                IMAGE, SHOP, null, null, null, LinkMethod.PROVENANCE, Evidence.of("the same from elsewhere", IMAGE));

        assertThat(mapping(link(SHOP, LinkMethod.PROVENANCE), other)
                        .origin(IMAGE)
                        .orElseThrow()
                        .confidence())
                .isEqualTo(LinkMethod.PROVENANCE.confidence(), within(1e-12));
    }

    @Test
    void isLessSureWhenEvidenceContradicts() {
        Mapping mapping = mapping(link(SHOP, LinkMethod.PROVENANCE), link(FORK, LinkMethod.IMAGE_LABEL));

        assertThat(mapping.isConflict(IMAGE)).isTrue();
        assertThat(mapping.candidates(IMAGE).get(0).confidence()).isEqualTo(0.8 * (1 - 0.5 / 4), within(1e-12));
        assertThat(mapping.candidates(IMAGE).get(1).confidence()).isEqualTo(0.5 * (1 - 0.8 / 4), within(1e-12));
    }

    @Test
    void takesTheCommitOfTheStrongestLinkThatNamesOne() {
        AssetKey commit = AssetKey.commit(SHOP, "a".repeat(40));
        Link claimed = new Link(
                IMAGE, SHOP, commit, null, null, LinkMethod.IMAGE_LABEL, Evidence.of("a label says so", IMAGE));

        Candidate origin = mapping(claimed, link(SHOP, LinkMethod.PLATFORM_BUILD))
                .origin(IMAGE)
                .orElseThrow();

        assertThat(origin.strongest().method()).isEqualTo(LinkMethod.PLATFORM_BUILD);
        assertThat(origin.commit()).contains(commit);
    }

    @Test
    void ranksTheSameInWhateverOrderLinksCome() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<Link> links = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                links.add(link(
                        AssetKey.repository("github.com/acme/r" + random.nextInt(4)),
                        List.of(LinkMethod.values()).get(random.nextInt(LinkMethod.values().length))));
            }
            List<Candidate> once = mapping(links.toArray(Link[]::new)).candidates(IMAGE);
            Collections.shuffle(links, random);

            assertThat(mapping(links.toArray(Link[]::new)).candidates(IMAGE))
                    .as("seed %d", seed)
                    .isEqualTo(once);
        }
    }

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
    void saysNothingOfAnImageNobodySpeaksFor() {
        assertThat(mapping().candidates(IMAGE)).isEmpty();
        assertThat(mapping().origin(IMAGE)).isEmpty();
        assertThat(mapping().isConflict(IMAGE)).isFalse();
        assertThat(mapping().workloadsRunning(Estate.image('9'))).isEmpty();
    }
}
