package dev.throughline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nginx                               | docker.io/library/nginx
                    nginx:1.27                          | docker.io/library/nginx:1.27
                    acme/shop                           | docker.io/acme/shop
                    docker.io/nginx                     | docker.io/library/nginx
                    index.docker.io/acme/shop:2         | docker.io/acme/shop:2
                    registry-1.docker.io/library/nginx  | docker.io/library/nginx
                    ghcr.io/acme/shop:1.4.2             | ghcr.io/acme/shop:1.4.2
                    GHCR.IO/acme/shop                   | ghcr.io/acme/shop
                    localhost/shop                      | localhost/shop
                    localhost:5000/shop:dev             | localhost:5000/shop:dev
                    registry:5000/team/shop             | registry:5000/team/shop
                    [fd00::1]:5000/shop                 | [fd00::1]:5000/shop
                    docker-pullable://acme/shop:1       | docker.io/acme/shop:1
                    docker://ghcr.io/acme/shop          | ghcr.io/acme/shop
                    eu.gcr.io/p/a/b/c_d--e.f:T.1_2-3    | eu.gcr.io/p/a/b/c_d--e.f:T.1_2-3
                    """)
    void bringsEveryReferenceToItsCanonicalForm(String written, String canonical) {
        assertThat(ImageReference.parse(written)).hasToString(canonical);
        assertThat(ImageReference.parse(canonical)).hasToString(canonical);
    }

    @Test
    void readsTagAndDigest() {
        ImageReference reference = ImageReference.parse("ghcr.io/acme/shop:1.4.2@" + DIGEST);

        assertThat(reference.repository()).isEqualTo("ghcr.io/acme/shop");
        assertThat(reference.tag()).isEqualTo("1.4.2");
        assertThat(reference.digest()).hasToString(DIGEST);
        assertThat(reference).hasToString("ghcr.io/acme/shop:1.4.2@" + DIGEST);
    }

    @Test
    void pullsLatestWhereNoTagIsWritten() {
        assertThat(ImageReference.parse("nginx").tagOrLatest()).isEqualTo("latest");
        assertThat(AssetKey.imageTag(ImageReference.parse("nginx")))
                .hasToString("imagetag:docker.io/library/nginx:latest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "nginx:",
                "nginx:-x",
                "nginx:a b",
                "nginx@",
                "nginx@sha256:abc",
                "nginx@md5:d41d8cd98f00b204e9800998ecf8427e",
                "Acme/Shop",
                "ghcr.io/",
                "ghcr.io//shop",
                "ghcr.io/acme/",
                "ghcr.io/acme/-shop",
                "ghcr.io/acme/shop?x",
                "ghcr.io/../shop"
            })
    void refusesWhatIsNoReference(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> ImageReference.parse(written));
    }

    @Test
    void refusesANameOrTagThatIsTooLong() {
        assertThatIllegalArgumentException().isThrownBy(() -> ImageReference.parse("ghcr.io/" + "a".repeat(256)));
        assertThatIllegalArgumentException().isThrownBy(() -> ImageReference.parse("nginx:" + "a".repeat(129)));
    }
}
