package dev.throughline.graph;

import static dev.throughline.testing.ThroughlineAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Digest;
import dev.throughline.testing.SmallEstate;
import dev.throughline.testing.ThroughlineExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The extension of the kit for tests, on a server; quoted by {@code docs/testing.md}. */
class ThroughlineExtensionTest {
    private static final Digest IMAGE = SmallEstate.digest("payments");
    private static final SmallEstate SHOP = SmallEstate.named("shop")
            .image(IMAGE)
            .labelled("org.opencontainers.image.source", "https://github.com/acme/shop")
            .workload("prod-eu", "shop", "Deployment", "payments")
            .runs(IMAGE);

    @RegisterExtension
    static final ThroughlineExtension THROUGHLINE = ThroughlineExtension.storedIn(EmbeddedNeo4j::throwAway);

    @BeforeEach
    void beginsEmpty(Throughline throughline) {
        assertThat(throughline.assess().snapshots()).isEmpty();
    }

    @RepeatedTest(3)
    void keepsTheMappingInNeo4j(Throughline throughline) {
        throughline.ingest(SHOP);
        Assessment assessment = throughline.assess();
        throughline.publish(assessment);

        assertThat(assessment)
                .workload(AssetKey.workload("prod-eu", "shop", "Deployment", "payments"))
                .runsImage(AssetKey.image(IMAGE))
                .isBuiltFrom("github.com/acme/shop");
    }
}
