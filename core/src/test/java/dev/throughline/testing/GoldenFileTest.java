package dev.throughline.testing;

import static dev.throughline.testing.ThroughlineAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.throughline.Assessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class GoldenFileTest {
    @TempDir
    private Path folder;

    private static Assessment shop(String repository) {
        return SmallEstate.named("shop")
                .image(SmallEstate.digest("payments"))
                .labelled("org.opencontainers.image.source", repository)
                .workload("prod-eu", "shop", "Deployment", "payments")
                .runs(SmallEstate.digest("payments"))
                .workload("prod-eu", "shop", "Deployment", "search")
                .runs(SmallEstate.digest("search"))
                .assess();
    }

    private void update(Path golden, Assessment assessment) {
        System.setProperty("throughline.golden.update", "true");
        assertThat(assessment).matchesGolden(golden);
        System.clearProperty("throughline.golden.update");
    }

    @AfterEach
    void doNotUpdateOtherFiles() {
        System.clearProperty("throughline.golden.update");
    }

    @Test
    void isWrittenWhenAskedToAndFitsThen() throws IOException {
        Path golden = folder.resolve("new/shop.txt");
        update(golden, shop("https://github.com/acme/shop"));

        assertThat(shop("https://github.com/acme/shop")).matchesGolden(golden);
        assertThat(Files.readString(golden))
                .contains("workload:prod-eu/shop/Deployment/search\n  runs image:sha256:")
                .contains("    built from repository:github.com/acme/shop\n      image-label (claimed): ")
                .contains("  source missing: ");
    }

    @Test
    void fitsWithTheEndsOfLinesOfAnotherSystem() throws IOException {
        Path golden = folder.resolve("shop.txt");
        update(golden, shop("https://github.com/acme/shop"));
        Files.writeString(golden, Files.readString(golden).replace("\n", "\r\n"));

        assertThat(shop("https://github.com/acme/shop")).matchesGolden(golden);
    }

    @Test
    void showsTheLinesThatDiffer() {
        Path golden = folder.resolve("shop.txt");
        update(golden, shop("https://github.com/acme/shop"));

        assertThatThrownBy(
                        () -> assertThat(shop("https://github.com/acme/store")).matchesGolden(golden))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("the mapping differs from " + golden + " (- is missing, + is new)")
                .hasMessageContaining("run with -Dthroughline.golden.update=true")
                .hasMessageContaining("\n-     built from repository:github.com/acme/shop\n")
                .hasMessageContaining("\n+     built from repository:github.com/acme/store\n");
    }

    @Test
    void saysThatThereIsNone() {
        assertThatThrownBy(
                        () -> assertThat(shop("https://github.com/acme/shop")).matchesGolden(folder.resolve("no")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("there is no golden file")
                .hasMessageContaining("throughline.golden.update");
    }
}
