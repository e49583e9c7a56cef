package dev.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.Estate;
import dev.throughline.mapping.Coverage.Fix;
import dev.throughline.mapping.Coverage.Reason;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey TAG = AssetKey.parse("imagetag:ghcr.io/acme/shop:1");

    private static Estate labelled(Estate estate, char image, String repository) {
        return estate.asset(
                Estate.image(image), Map.of("labels", List.of("org.opencontainers.image.source=" + repository)));
    }

    private static Estate provenance(Estate estate, char image, String repository) {
        AssetKey attestation =
                AssetKey.of(AssetKind.ATTESTATION, Estate.digest(image).toString());
        return estate.asset(attestation, Map.of("sourceRepository", repository))
                .relation(Estate.image(image), RelationType.DESCRIBED_BY, attestation);
    }

    @Test
    void countsByTheWeakestImageOfAWorkload() {
        Estate estate = new Estate().asset(SHOP, Map.of());
        labelled(estate, 'a', "github.com/acme/shop").deployment("claimed").runs("claimed", Estate.image('a'));
        provenance(estate, 'b', "github.com/acme/shop")
                .relation(
                        SHOP,
                        RelationType.CONTAINS,
                        AssetKey.of(AssetKind.ATTESTATION, Estate.digest('b').toString()))
                .deployment("asserted")
                .runs("asserted", Estate.image('b'));
        estate.deployment("both").runs("both", Estate.image('a')).runs("both", Estate.image('b'));

        Coverage coverage = estate.assess().coverage();

        assertThat(coverage.workloads()).isEqualTo(3);
        assertThat(coverage.mapped()).isEqualTo(3);
        assertThat(coverage.share()).isEqualTo(1);
        assertThat(coverage.byMethod()).containsOnlyKeys(LinkMethod.values());
        assertThat(coverage.byMethod())
                .containsEntry(LinkMethod.PROVENANCE, 1)
                .containsEntry(LinkMethod.IMAGE_LABEL, 2)
                .containsEntry(LinkMethod.VERIFIED_PROVENANCE, 0);
        assertThat(coverage.byTrust()).containsEntry(Trust.ASSERTED, 1).containsEntry(Trust.CLAIMED, 2);
        assertThat(coverage.byTrust()).containsOnlyKeys(Trust.values());
        assertThat(coverage.share(Trust.ASSERTED)).isEqualTo(1.0 / 3);
        assertThat(coverage.reasons()).isEmpty();
        assertThat(coverage.fixes()).isEmpty();
    }

    @Test
    void groupsWhatIsNotMappedByReasonAndRanksWhatWouldHelp() {
        AssetKey held = AssetKey.parse("registryrepository:registry.acme.example/pay");
        Estate estate = new Estate().asset(SHOP, Map.of());
        labelled(estate, 'a', "github.com/acme/shop").deployment("mapped").runs("mapped", Estate.image('a'));
        estate.relation(held, RelationType.HOLDS, Estate.image('c'))
                .relation(held, RelationType.HOLDS, Estate.image('d'))
                .deployment("silent-1")
                .runs("silent-1", Estate.image('c'))
                .deployment("silent-2")
                .runs("silent-2", Estate.image('d'))
                .deployment("tagged")
                .runs("tagged", TAG)
                .deployment("mixed")
                .runs("mixed", Estate.image('a'))
                .runs("mixed", Estate.image('c'))
                .runs("mixed", TAG)
                .deployment("empty");

        Coverage coverage = estate.assess().coverage();

        assertThat(coverage.workloads()).isEqualTo(6);
        assertThat(coverage.mapped()).isEqualTo(1);
        assertThat(coverage.partial()).isEqualTo(1);
        assertThat(coverage.reasons())
                .containsExactly(
                        new Reason(Cause.NO_SIGNAL, 3, workloads("mixed", "silent-1", "silent-2")),
                        new Reason(Cause.TAG_NOT_RESOLVED, 2, workloads("mixed", "tagged")),
                        new Reason(Cause.NO_IMAGE, 1, workloads("empty")));
        assertThat(coverage.fixes())
                .extracting(Fix::cause, Fix::subject, Fix::maps, Fix::helps)
                .containsExactly(
                        tuple(Cause.NO_SIGNAL, "registry.acme.example/pay", 2, 1),
                        tuple(Cause.TAG_NOT_RESOLVED, "ghcr.io", 1, 1),
                        tuple(Cause.NO_IMAGE, null, 1, 0));
        assertThat(coverage.fixes().get(0).remedy()).startsWith("attest the build of registry.acme.example/pay");
    }

    @Test
    void countsCloudResourcesThatRunImages() {
        AssetKey mapped = AssetKey.of(AssetKind.CLOUD_RESOURCE, "arn:aws:ecs:eu-west-1:123456789012:service/shop/api");
        AssetKey tagged = AssetKey.of(
                AssetKind.CLOUD_RESOURCE, "//run.googleapis.com/projects/shop/locations/europe-west1/services/web");
        Estate estate = labelled(new Estate(), 'a', "github.com/acme/shop")
                .relation(mapped, RelationType.CREATED_FROM, Estate.image('a'))
                .relation(tagged, RelationType.CREATED_FROM, TAG)
                .asset(Estate.store("orders"), Map.of());

        Coverage coverage = estate.assess().coverage();

        assertThat(coverage.workloads()).isEqualTo(2);
        assertThat(coverage.mapped()).isEqualTo(1);
        assertThat(coverage.reasons()).containsExactly(new Reason(Cause.TAG_NOT_RESOLVED, 1, List.of(tagged)));
    }

    @Test
    void countsConflicts() {
        Estate estate = labelled(new Estate(), 'a', "github.com/mallory/shop");
        provenance(estate, 'a', "github.com/acme/shop").deployment("api").runs("api", Estate.image('a'));

        assertThat(estate.assess().coverage().conflicts()).isEqualTo(1);
    }

    @Test
    void whereNothingRunsNothingIsMissing() {
        assertThat(new Estate().assess().coverage().share()).isEqualTo(1);
        assertThat(new Estate().assess().coverage().share(Trust.SIGNED)).isEqualTo(1);
    }

    private static List<AssetKey> workloads(String... names) {
        return List.of(names).stream().map(Estate::workload).toList();
    }
}
