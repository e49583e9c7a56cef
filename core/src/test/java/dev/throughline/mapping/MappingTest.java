package dev.throughline.mapping;

import static dev.throughline.mapping.Told.FORK;
import static dev.throughline.mapping.Told.IMAGE;
import static dev.throughline.mapping.Told.SHOP;
import static dev.throughline.mapping.Told.link;
import static dev.throughline.mapping.Told.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MappingTest {
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
