package dev.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
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
    void failsAsTheFirstLinkerDoesThatFails() {
        RuntimeException first = new IllegalStateException("no");
        List<Linker> linkers = List.of(
                (graph, links) -> {},
                (graph, links) -> {
                    throw first;
                },
                (graph, links) -> {
                    throw new IllegalStateException("nor I");
                });
        RiskGraph graph = RiskGraph.builder().build();

        assertThatThrownBy(() -> Mapping.of(graph, linkers).mappedImages()).isSameAs(first);
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
            List<Link> links = randomLinks(random, 12);
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
    void neverChangesItsFirstCandidateForAWeakerWord() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Link> links = new ArrayList<>(randomLinks(random, 1 + random.nextInt(8)));
            Candidate first = mapping(links.toArray(Link[]::new)).origin(IMAGE).orElseThrow();
            List<LinkMethod> weaker = Arrays.stream(LinkMethod.values())
                    .filter(method -> method.trust().compareTo(first.trust()) > 0)
                    .toList();
            if (!weaker.isEmpty()) {
                links.add(link(
                        AssetKey.repository("github.com/mallory/r" + random.nextInt(6)),
                        weaker.get(random.nextInt(weaker.size()))));
            }
            Collections.shuffle(links, random);

            Candidate still = mapping(links.toArray(Link[]::new)).origin(IMAGE).orElseThrow();
            assertThat(still.repository()).as("seed %d", seed).isEqualTo(first.repository());
            assertThat(still.confidence()).as("seed %d", seed).isLessThanOrEqualTo(first.confidence());
        }
    }

    private static List<Link> randomLinks(Random random, int count) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            links.add(link(
                    AssetKey.repository("github.com/acme/r" + random.nextInt(4)),
                    List.of(LinkMethod.values()).get(random.nextInt(LinkMethod.values().length))));
        }
        return links;
    }

    @Test
    void countsALinkForAsMuchAsItSays() {
        Link unsure = new Link(
                IMAGE,
                FORK,
                null,
                null,
                null,
                LinkMethod.PLATFORM_BUILD,
                Trust.PLATFORM,
                0.4,
                Evidence.of("a test says so", IMAGE));
        Mapping mapping = mapping(unsure, link(SHOP, LinkMethod.PLATFORM_BUILD));

        assertThat(mapping.candidates(IMAGE)).extracting(Candidate::repository).containsExactly(SHOP, FORK);
        assertThat(mapping(unsure).origin(IMAGE).orElseThrow().confidence()).isEqualTo(0.4, within(1e-12));
    }

    @Test
    void refusesALinkThatIsSurerThanItsMethod() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Link(
                        IMAGE,
                        SHOP,
                        null,
                        null,
                        null,
                        LinkMethod.NAME,
                        Trust.GUESS,
                        0.9,
                        Evidence.of("a test says so", IMAGE)))
                .withMessageContaining("NAME");
    }

    @Test
    void refusesALinkThatIsTrustedMoreThanItsMethod() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Link(
                        IMAGE,
                        SHOP,
                        null,
                        null,
                        null,
                        LinkMethod.IMAGE_LABEL,
                        Trust.ASSERTED,
                        0.5,
                        Evidence.of("a test says so", IMAGE)))
                .withMessageContaining("IMAGE_LABEL");
    }

    @Test
    void takesNoGuessForAContradiction() {
        assertThat(mapping(link(SHOP, LinkMethod.IMAGE_LABEL), link(FORK, LinkMethod.NAME))
                        .isConflict(IMAGE))
                .isFalse();
        assertThat(mapping(link(SHOP, LinkMethod.NAME), link(FORK, LinkMethod.NAME))
                        .isConflict(IMAGE))
                .isTrue();
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

    @Test
    void hearsNothingOfWhatTheGraphDoesNotHold() {
        assertThat(mapping(link(Estate.image('9'), SHOP, LinkMethod.PROVENANCE)).mappedImages())
                .isEmpty();
    }

    @Test
    void saysNothingOfAnImageNobodySpeaksFor() {
        assertThat(mapping().candidates(IMAGE)).isEmpty();
        assertThat(mapping().origin(IMAGE)).isEmpty();
        assertThat(mapping().isConflict(IMAGE)).isFalse();
        assertThat(mapping().workloadsRunning(Estate.image('9'))).isEmpty();
    }
}
