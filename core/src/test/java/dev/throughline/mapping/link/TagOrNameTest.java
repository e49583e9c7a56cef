package dev.throughline.mapping.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ImageReference;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagOrNameTest {
    private static final AssetKey IMAGE = Estate.image('a');
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey FORK = AssetKey.repository("github.com/mallory/shop");
    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

    private static Estate tagged(String reference) {
        AssetKey tag = AssetKey.imageTag(ImageReference.parse(reference));
        return new Estate().relation(tag, RelationType.TAGGED, IMAGE);
    }

    private static Estate commit(Estate estate, AssetKey repository) {
        return estate.relation(repository, RelationType.CONTAINS, AssetKey.commit(repository, SHA));
    }

    private static List<Candidate> candidates(Estate estate) {
        return estate.assess().mapping().candidates(IMAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {SHA, "sha-" + SHA, "0123456", "1.4.2-0123456789", "main_" + SHA})
    void takesATagThatNamesAKnownCommitForIt(String tag) {
        Candidate origin =
                candidates(commit(tagged("registry.example/x:" + tag), SHOP)).get(0);

        assertThat(origin.repository()).isEqualTo(SHOP);
        assertThat(origin.commit()).contains(AssetKey.commit(SHOP, SHA));
        assertThat(origin.strongest().method()).isEqualTo(LinkMethod.NAME);
        assertThat(origin.trust()).isEqualTo(Trust.GUESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.4.2", "latest", "012345", "deadbeef", "20261122"})
    void knowsNoCommitByAnyOtherTag(String tag) {
        assertThat(candidates(commit(tagged("registry.example/x:" + tag), SHOP)))
                .isEmpty();
    }

    @Test
    void doesNotChooseBetweenARepositoryAndItsForks() {
        assertThat(candidates(commit(commit(tagged("registry.example/x:" + SHA), SHOP), FORK)))
                .isEmpty();
    }

    @Test
    void choosesTheRepositoryThatHasThePathOfTheRegistry() {
        List<Candidate> candidates = candidates(commit(commit(tagged("ghcr.io/acme/shop:" + SHA), SHOP), FORK));

        assertThat(candidates).extracting(Candidate::repository).containsExactly(SHOP);
    }

    @Test
    void takesTheOnlyRepositoryOfAPathForTheSource() {
        AssetKey holder = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, "ghcr.io/acme/shop");
        Estate byDigest = new Estate().asset(SHOP, Map.of()).relation(holder, RelationType.HOLDS, IMAGE);
        Estate byTag = tagged("ghcr.io/acme/shop:1")
                .asset(SHOP, Map.of())
                .relation(holder, RelationType.CONTAINS, AssetKey.parse("imagetag:ghcr.io/acme/shop:1"));

        assertThat(candidates(byDigest)).extracting(Candidate::repository).containsExactly(SHOP);
        assertThat(candidates(byTag)).extracting(Candidate::repository).containsExactly(SHOP);
    }

    @Test
    void takesADocumentThatIsAttachedToAnImageForNoImage() {
        AssetKey holder = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, "ghcr.io/acme/shop");
        Estate estate = tagged("ghcr.io/acme/shop:sha256-" + "b".repeat(64) + ".att")
                .asset(SHOP, Map.of())
                .relation(holder, RelationType.HOLDS, IMAGE);

        assertThat(candidates(estate)).isEmpty();
    }

    @Test
    void doesNotChooseBetweenHosts() {
        AssetKey holder = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, "registry.example/acme/shop");
        Estate estate = new Estate()
                .asset(SHOP, Map.of())
                .asset(AssetKey.repository("gitlab.com/acme/shop"), Map.of())
                .relation(holder, RelationType.HOLDS, IMAGE);

        assertThat(candidates(estate)).isEmpty();
    }

    @Test
    void contradictsNothingButAnotherGuess() {
        AssetKey holder = AssetKey.of(AssetKind.REGISTRY_REPOSITORY, "ghcr.io/acme/shop");
        Estate estate = new Estate()
                .asset(SHOP, Map.of())
                .asset(IMAGE, Map.of("labels", List.of("org.opencontainers.image.source=github.com/acme/api")))
                .relation(holder, RelationType.HOLDS, IMAGE);

        assertThat(candidates(estate)).hasSize(2);
        assertThat(estate.assess().mapping().isConflict(IMAGE)).isFalse();
    }
}
