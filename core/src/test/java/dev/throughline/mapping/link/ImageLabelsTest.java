package dev.throughline.mapping.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageLabelsTest {
    private static final AssetKey IMAGE = Estate.image('a');
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

    private static List<Candidate> candidates(String... labels) {
        return new Estate()
                .asset(IMAGE, Map.of("labels", List.of(labels)))
                .assess()
                .mapping()
                .candidates(IMAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.opencontainers.image.source",
                "org.opencontainers.image.url",
                "org.label-schema.vcs-url",
                "vcs-url",
                "com.azure.dev.image.build.repository.uri",
                "image.build.repository.uri",
                "io.openshift.build.source-location"
            })
    void readsEveryLabelThatNamesASource(String label) {
        Candidate origin = candidates(label + "=https://github.com/acme/shop").get(0);

        assertThat(origin.repository()).isEqualTo(SHOP);
        assertThat(origin.strongest().method()).isEqualTo(LinkMethod.IMAGE_LABEL);
        assertThat(origin.strongest().evidence().fields()).containsEntry(label, "https://github.com/acme/shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.opencontainers.image.revision",
                "org.label-schema.vcs-ref",
                "vcs-ref",
                "com.azure.dev.image.build.sourceversion",
                "image.build.sourceversion",
                "io.openshift.build.commit.id"
            })
    void readsEveryLabelThatNamesACommit(String label) {
        Candidate origin = candidates("org.opencontainers.image.source=github.com/acme/shop", label + "=" + SHA)
                .get(0);

        assertThat(origin.commit()).contains(AssetKey.commit(SHOP, SHA));
    }

    @Test
    void prefersTheSourceLabelToOthers() {
        assertThat(candidates(
                        "org.label-schema.vcs-url=https://github.com/acme/old",
                        "org.opencontainers.image.source=https://github.com/acme/shop"))
                .extracting(Candidate::repository)
                .containsExactly(SHOP);
    }

    @Test
    void fallsBackWhenALabelNamesNoRepository() {
        assertThat(candidates(
                        "org.opencontainers.image.source=unknown",
                        "org.opencontainers.image.url=https://github.com/acme/shop"))
                .extracting(Candidate::repository)
                .containsExactly(SHOP);
    }

    @Test
    void takesNoAbbreviatedCommit() {
        assertThat(candidates(
                                "org.opencontainers.image.source=github.com/acme/shop",
                                "org.opencontainers.image.revision=0123456")
                        .get(0)
                        .commit())
                .isEmpty();
    }

    @Test
    void showsTheNameOfAnAzurePipeline() {
        Candidate origin = candidates(
                        "com.azure.dev.image.build.repository.uri=https://dev.azure.com/acme/store/_git/shop",
                        "com.azure.dev.image.build.definitionname=release")
                .get(0);

        assertThat(origin.repository()).isEqualTo(AssetKey.repository("dev.azure.com/acme/store/shop"));
        assertThat(origin.strongest().evidence().fields())
                .containsEntry("com.azure.dev.image.build.definitionname", "release");
    }

    @Test
    void takesWhatTheBaseImageSaysForTheBase() {
        List<String> ofTheBase = List.of(
                "org.opencontainers.image.source=github.com/acme/base", "org.opencontainers.image.revision=" + SHA);
        Estate inherited = new Estate()
                .asset(IMAGE, Map.of("labels", ofTheBase))
                .asset(Estate.image('b'), Map.of("labels", ofTheBase))
                .relation(IMAGE, RelationType.BASED_ON, Estate.image('b'));

        assertThat(inherited.assess().mapping().candidates(IMAGE)).isEmpty();
        assertThat(inherited.assess().mapping().candidates(Estate.image('b'))).hasSize(1);
    }

    @Test
    void believesAnImageThatHasARevisionOfItsOwn() {
        String source = "org.opencontainers.image.source=github.com/acme/shop";
        Estate own = new Estate()
                .asset(IMAGE, Map.of("labels", List.of(source, "org.opencontainers.image.revision=" + SHA)))
                .asset(Estate.image('b'), Map.of("labels", List.of(source)))
                .relation(IMAGE, RelationType.BASED_ON, Estate.image('b'));

        assertThat(own.assess().mapping().candidates(IMAGE)).hasSize(1);
    }

    @Test
    void saysNothingWithoutSuchLabels() {
        assertThat(candidates("maintainer=team@acme.example", "=", "source")).isEmpty();
        assertThat(candidates()).isEmpty();
    }
}
