package dev.throughline.connector.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalPackageUrlTest {
    private static final List<String> PIECES = List.of(
            "pkg:deb/",
            "pkg:npm/",
            "pkg:maven/",
            "pkg:golang/",
            "pkg:pypi/",
            "pkg:cargo/",
            "pkg:gem/",
            "pkg:nuget/",
            "pkg:rpm/",
            "pkg:apk/",
            "debian/",
            "github.com/a/",
            "lib",
            "a.b-c",
            "9",
            "_",
            "A",
            "~",
            "..",
            "/",
            "@1.2-3",
            "@1%2B2",
            "@",
            "%2B",
            "%40",
            "+",
            ":",
            "?arch=x",
            "?b=1",
            "&a=2",
            "&c=",
            "&c=%20",
            "=",
            "&",
            "#sub");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkg:deb/debian/libc6@2.36-9%2Bdeb12u1?arch=amd64&distro=debian-12",
                "pkg:maven/org.example/shop@1.4.2?type=jar",
                "pkg:golang/github.com/acme/shop@v1.0.0",
                "pkg:npm/left-pad@1.3.0"
            })
    void readsWhatToolsWrite(String purl) {
        assertThat(CanonicalPackageUrl.read(purl)).isNotNull().isEqualTo(PackageReference.parseAny(purl));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkg:npm/%40acme/shop@1",
                "pkg:pypi/a_b@1",
                "pkg:golang/github.com/Acme/shop@1",
                "pkg:deb/debian/a@1?b=1&a=2",
                "pkg:deb/debian/a@1?b=1&b=1",
                "pkg:deb/debian/a@1:2",
                "pkg:swift/a@1"
            })
    void leavesOthersToTheLibrary(String purl) {
        assertThat(CanonicalPackageUrl.read(purl)).isNull();
    }

    @Test
    void saysWhatTheLibrarySaysWheneverItSaysAnything() {
        Random random = new Random(20261122);
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder(PIECES.get(random.nextInt(10)));
            for (int pieces = random.nextInt(6); pieces >= 0; pieces--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            PackageReference reference = CanonicalPackageUrl.read(text.toString());
            if (reference != null) {
                read++;
                assertThat(reference).isEqualTo(PackageReference.parseAny(text.toString()));
            }
        }
        assertThat(read).isGreaterThan(1_000);
    }
}
