package dev.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import dev.throughline.store.Projection;
import dev.throughline.store.ProjectionDifference;
import dev.throughline.testing.SmallEstate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssessmentProjectionTest {
    private static final List<String> CLAIMS = List.of("github.com/acme/shop", "github.com/acme/cart");
    private static final List<Severity> SEVERITIES = List.of(Severity.LOW, Severity.HIGH, Severity.CRITICAL);

    @Test
    void tellsTheDifferenceThatAWalkFinds() {
        try (Throughline throughline = Throughline.inMemory().acceptingLosses()) {
            Projection before = AssessmentProjection.of(throughline.assess());
            for (int seed = 0; seed < 60; seed++) {
                throughline.ingest(estate(new Random(seed)));
                Projection after = AssessmentProjection.of(throughline.assess());

                assertThat(after.since(before))
                        .as("seed %d", seed)
                        .isEqualTo(ProjectionDifference.between(before, after))
                        .extracting(ProjectionDifference::changes)
                        .isNotEqualTo(0);
                before = after;
            }
        }
    }

    @Test
    void tellsTheSameRelationshipsByPlace() {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(estate(new Random(1)));
            Projection projection = AssessmentProjection.of(throughline.assess());

            assertThat(projection.relationshipsByPlace())
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(projection.relationships());
        }
    }

    @Test
    void knowsHowManyAWalkWouldMeet() {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(estate(new Random(1)));
            Projection projection = AssessmentProjection.of(throughline.assess());

            assertThat(projection.nodes()).hasSize(projection.nodeCount());
            assertThat(projection.relationships()).hasSize(projection.relationshipCount());
        }
    }

    /** Of six services, each there or not; images with findings, and labels that name either of two repositories. */
    private static SmallEstate estate(Random random) {
        SmallEstate estate = SmallEstate.named("shop").asset(AssetKey.of(AssetKind.CLUSTER, "eu"), Map.of());
        for (int i = 0; i < 6; i++) {
            if (random.nextInt(4) == 0) {
                continue;
            }
            String digest = "sha256:" + String.valueOf(i).repeat(64);
            AssetKey image = AssetKey.of(AssetKind.CONTAINER_IMAGE, digest);
            AssetKey finding = AssetKey.of(AssetKind.WEAKNESS, String.valueOf(i).repeat(64));
            estate = estate.repository(CLAIMS.get(random.nextInt(2)))
                    .workload("eu", "shop", "Deployment", "service" + i)
                    .runs(digest)
                    .asset(
                            image,
                            Map.of(
                                    "labels",
                                    List.of("org.opencontainers.image.source=https://"
                                            + CLAIMS.get(random.nextInt(2)))))
                    .asset(finding, Map.of("title", "CVE-2026-1", "severity", SEVERITIES.get(random.nextInt(3))))
                    .relation(finding, RelationType.AFFECTS, image);
        }
        return estate;
    }
}
