package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetKeyTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void makesTheKeysThatTheOntologyNames() {
        assertThat(AssetKey.organization("github.com", "Acme")).hasToString("organization:github.com/acme");
        assertThat(SHOP).hasToString("repository:github.com/acme/shop");
        assertThat(AssetKey.commit(SHOP, SHA)).hasToString("commit:github.com/acme/shop@" + SHA);
        assertThat(AssetKey.branch(SHOP, "release/1")).hasToString("branch:github.com/acme/shop@release/1");
        assertThat(AssetKey.inRepository(AssetKind.PIPELINE, SHOP, ".github/workflows/release.yml"))
                .hasToString("pipeline:github.com/acme/shop/.github/workflows/release.yml");
        assertThat(AssetKey.run(SHOP, "123")).hasToString("run:github.com/acme/shop/actions/runs/123");
        assertThat(AssetKey.image(Digest.parse("sha256:" + "a".repeat(64))))
                .hasToString("image:sha256:" + "a".repeat(64));
        assertThat(AssetKey.imageTag(ImageReference.parse("ghcr.io/acme/shop:1.4.2")))
                .hasToString("imagetag:ghcr.io/acme/shop:1.4.2");
        assertThat(AssetKey.workload("prod-eu", "shop", "Deployment", "payments"))
                .hasToString("workload:prod-eu/shop/Deployment/payments");
        assertThat(AssetKey.inNamespace(AssetKind.KUBERNETES_SERVICE, "prod-eu", "shop", "payments"))
                .hasToString("service:prod-eu/shop/payments");
        assertThat(AssetKey.inCluster(AssetKind.NODE, "prod-eu", "n1")).hasToString("node:prod-eu/n1");
    }

    @Test
    void readsRepositoriesAsPeopleWriteThem() {
        assertThat(AssetKey.parse("repository:https://GitHub.com/Acme/Shop.git"))
                .isEqualTo(SHOP);
        assertThat(AssetKey.parse("node:prod-eu/N1").value()).isEqualTo("prod-eu/N1");
    }

    @Test
    void splitsAtTheFirstColonOnly() {
        AssetKey image = AssetKey.parse("image:sha256:" + "a".repeat(64));

        assertThat(image.prefix()).isEqualTo("image");
        assertThat(image.value()).isEqualTo("sha256:" + "a".repeat(64));
    }

    @Test
    void doesNotMistakeOnePrefixForAnother() {
        AssetKey index = AssetKey.parse("imageindex:sha256:" + "a".repeat(64));

        assertThat(index.mayBe(AssetKind.IMAGE_INDEX)).isTrue();
        assertThat(index.mayBe(AssetKind.CONTAINER_IMAGE)).isFalse();
    }

    @Test
    void acceptsFullCommitNamesOnly() {
        assertThat(AssetKey.commit(SHOP, SHA.toUpperCase(Locale.ROOT))).isEqualTo(AssetKey.commit(SHOP, SHA));
        assertThat(AssetKey.commit(SHOP, "a".repeat(64)).value()).endsWith("@" + "a".repeat(64));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AssetKey.commit(SHOP, "0123456"))
                .withMessageContaining("0123456");
    }

    @Test
    void writesCveIdsInUpperCaseAndLeavesOthers() {
        assertThat(AssetKey.vulnerability(" cve-2024-3094 ")).hasToString("vulnerability:CVE-2024-3094");
        assertThat(AssetKey.vulnerability("GHSA-jfh8-c2jp-5v3q")).hasToString("vulnerability:GHSA-jfh8-c2jp-5v3q");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop",
                ":shop",
                "nonsense:shop",
                "Repository:github.com/acme/shop",
                "node:",
                "outside:moon",
                "node:a\nb",
                "node:a\u202eb"
            })
    void refusesWhatIsNoKey(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AssetKey.parse(text));
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        assertThat(new AssetKey("node:" + "a".repeat(AssetKey.MAX_LENGTH - 5)).text())
                .hasSize(AssetKey.MAX_LENGTH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AssetKey("node:" + "a".repeat(AssetKey.MAX_LENGTH)))
                .withMessageContaining("2600");
    }

    @Test
    void isOrderedByItsText() {
        assertThat(AssetKey.parse("node:a")).isLessThan(AssetKey.parse("node:b"));
        assertThat(AssetKey.parse("cluster:z")).isLessThan(AssetKey.parse("node:a"));
    }
}
