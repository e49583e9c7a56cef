package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.throughline.Estate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AssetKindTest {
    @ParameterizedTest
    @EnumSource
    void readsAndMakesItsAssets(AssetKind kind) {
        Asset known = Estate.known(kind);

        assertThat(known).isInstanceOf(kind.type());
        assertThat(known.kind()).isEqualTo(kind);
        assertThat(kind.create(known.key(), kind.values(known))).isEqualTo(known);
        assertThat(AssetKind.labelled(kind.label())).isEqualTo(kind);
        assertThat(AssetKind.of(kind.type())).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource
    void addsWhatIsUnknownFromAnother(AssetKind kind) {
        Asset known = Estate.known(kind);
        Asset unknown = kind.unknown(known.key());

        assertThat(unknown.or(known)).isEqualTo(known);
        assertThat(known.or(unknown)).isSameAs(known);
        assertThat(unknown.or(unknown)).isSameAs(unknown);
        assertThat(kind.values(unknown)).filteredOn(Objects::nonNull).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void refusesAKeyOfAnotherKind(AssetKind kind) {
        AssetKey foreign = kind == AssetKind.NODE ? AssetKey.parse("cluster:prod") : AssetKey.parse("node:prod/n1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> kind.unknown(foreign))
                .withMessageContaining(kind.label());
    }

    @Test
    void makesAssetsOfNamedValues() {
        Asset node = AssetKind.NODE.create(AssetKey.parse("node:prod/n1"), Map.of("name", "n1"));

        assertThat(node).isEqualTo(new Node(AssetKey.parse("node:prod/n1"), "n1", null, null, null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AssetKind.NODE.create(AssetKey.parse("node:prod/n1"), Map.of("colour", "red")))
                .withMessageContaining("Node has no attribute 'colour'");
    }

    @Test
    void tellsTheKindOfWhatIsOnlyMentioned() {
        assertThat(AssetKind.mentioned(AssetKey.INTERNET)).isEqualTo(AssetKind.INTERNET);
        assertThat(AssetKind.mentioned(AssetKey.ANY_GITHUB_USER)).isEqualTo(AssetKind.ANY_GITHUB_USER);
        assertThat(AssetKind.mentioned(AssetKey.parse("cloud:arn:aws:s3:::b"))).isEqualTo(AssetKind.CLOUD_RESOURCE);
        assertThat(AssetKind.mentioned(AssetKey.parse("node:prod/n1"))).isEqualTo(AssetKind.NODE);
    }

    @Test
    void doesNotMergeWhatIsNotOneAsset() {
        Asset one = AssetKind.NODE.unknown(AssetKey.parse("node:prod/n1"));
        Asset two = AssetKind.NODE.unknown(AssetKey.parse("node:prod/n2"));

        assertThatIllegalArgumentException().isThrownBy(() -> one.or(two)).withMessageContaining("not one asset");
    }

    @Test
    void keepsListsThatNobodyCanChange() {
        List<String> labels = new ArrayList<>(List.of("a=b"));
        ContainerImage image = (ContainerImage) AssetKind.CONTAINER_IMAGE.create(
                AssetKey.parse("image:sha256:" + "a".repeat(64)), Map.of("labels", labels));
        labels.clear();

        assertThat(image.labels()).containsExactly("a=b").isUnmodifiable();
    }
}
