package dev.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.throughline.Estate;
import dev.throughline.mapping.ChainStage.Stage;
import dev.throughline.mapping.ChainStage.Status;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainsTest {
    private static final AssetKey IMAGE = Estate.image('a');
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey RELEASE =
            AssetKey.inRepository(AssetKind.PIPELINE, SHOP, ".github/workflows/release.yml");
    private static final AssetKey RUN = AssetKey.run(SHOP, "123");
    private static final AssetKey COMMIT = AssetKey.commit(SHOP, "a".repeat(40));
    private static final AssetKey TEAM = AssetKey.parse("team:github.com/acme/payments");
    private static final AssetKey PACKAGES = AssetKey.parse("registryrepository:ghcr.io/acme/shop");

    private static Estate whole() {
        return new Estate()
                .relation(SHOP, RelationType.DEFINES, RELEASE)
                .relation(RELEASE, RelationType.RAN, RUN)
                .relation(RUN, RelationType.ON_COMMIT, COMMIT)
                .relation(RUN, RelationType.PUSHED, IMAGE)
                .relation(PACKAGES, RelationType.HOLDS, IMAGE)
                .relation(TEAM, RelationType.OWNS, SHOP)
                .deployment("api")
                .runs("api", IMAGE);
    }

    private static ChainStage stage(Estate estate, AssetKey asset, Stage stage) {
        return estate.assess().chain(asset).stage(stage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workload:prod/shop/Deployment/api",
                "container:prod/shop/Deployment/api/app",
                "image:sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "repository:github.com/acme/shop",
                "commit:github.com/acme/shop@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "pipeline:github.com/acme/shop/.github/workflows/release.yml",
                "run:github.com/acme/shop/actions/runs/123"
            })
    void tellsTheWholeWayFromEverywhereOnIt(String asset) {
        CodeToCloudChain chain = whole().assess().chain(AssetKey.parse(asset));

        assertThat(chain.status()).isEqualTo(Status.MAPPED);
        assertThat(chain.stages()).extracting(ChainStage::stage).containsExactly(Stage.values());
        assertThat(chain.stages()).extracting(ChainStage::reason).containsOnlyNulls();
        assertThat(chain.stage(Stage.SOURCE).assets()).containsExactly(SHOP, COMMIT);
        assertThat(chain.stage(Stage.PIPELINE).assets()).containsExactly(RELEASE, RUN);
        assertThat(chain.stage(Stage.REGISTRY).assets()).containsExactly(IMAGE, PACKAGES);
        assertThat(chain.stage(Stage.RUNTIME).assets()).containsExactly(Estate.workload("api"));
        assertThat(chain.origin()).map(Candidate::repository).contains(SHOP);
        assertThat(chain.owners()).containsExactly(TEAM);
    }

    @Test
    void saysWhyTheSourceIsMissingAndWhatWouldHelp() {
        ChainStage source =
                stage(new Estate().deployment("api").runs("api", IMAGE), Estate.workload("api"), Stage.SOURCE);

        assertThat(source.status()).isEqualTo(Status.MISSING);
        assertThat(source.reason()).contains("no provenance, no report of a build and no label");
        assertThat(source.remedy()).contains("org.opencontainers.image.source");
    }

    @Test
    void saysWhyThePipelineIsMissing() {
        Estate labelled = new Estate()
                .asset(IMAGE, Map.of("labels", List.of("org.opencontainers.image.source=github.com/acme/shop")))
                .asset(SHOP, Map.of());

        assertThat(stage(labelled, IMAGE, Stage.PIPELINE).reason()).contains("no pipeline is known");
        assertThat(stage(labelled.relation(SHOP, RelationType.DEFINES, RELEASE), IMAGE, Stage.PIPELINE)
                        .reason())
                .contains("no run of a pipeline reported");
        assertThat(stage(labelled, IMAGE, Stage.PIPELINE).remedy()).contains("attest its builds");
    }

    @Test
    void saysThatATagCouldNotBeResolved() {
        AssetKey tag = AssetKey.parse("imagetag:ghcr.io/acme/shop:1");
        Estate estate = new Estate().deployment("api").runs("api", tag);

        ChainStage registry = stage(estate, Estate.workload("api"), Stage.REGISTRY);

        assertThat(registry.status()).isEqualTo(Status.MISSING);
        assertThat(registry.reason()).isEqualTo("no source tells the digest behind ghcr.io/acme/shop:1");
        assertThat(registry.remedy()).contains("connect the registry");
        assertThat(stage(estate, Estate.workload("api"), Stage.SOURCE).remedy()).contains("REGISTRY");
    }

    @Test
    void saysThatNoImageIsKnown() {
        assertThat(stage(new Estate().deployment("api"), Estate.workload("api"), Stage.REGISTRY)
                        .reason())
                .isEqualTo("no image is known");
        assertThat(stage(new Estate().asset(SHOP, Map.of()), SHOP, Stage.RUNTIME)
                        .reason())
                .contains("no image is known to come from here");
    }

    @Test
    void saysThatNothingRunsTheImage() {
        ChainStage runtime = stage(new Estate().asset(IMAGE, Map.of()), IMAGE, Stage.RUNTIME);

        assertThat(runtime.status()).isEqualTo(Status.MISSING);
        assertThat(runtime.reason()).contains("no workload of any cluster that was read runs the image");
        assertThat(runtime.remedy()).contains("not deployed");
    }

    @Test
    void showsBothSidesOfAConflict() {
        Estate estate = whole().asset(
                        IMAGE, Map.of("labels", List.of("org.opencontainers.image.source=github.com/mallory/shop")));

        CodeToCloudChain chain = estate.assess().chain(Estate.workload("api"));

        assertThat(chain.status()).isEqualTo(Status.CONFLICT);
        assertThat(chain.stage(Stage.SOURCE).reason())
                .isEqualTo("evidence names 2 repositories: github.com/acme/shop, github.com/mallory/shop");
        assertThat(chain.stage(Stage.SOURCE).candidates())
                .extracting(c -> c.strongest().method().trust())
                .containsExactly(Trust.PLATFORM, Trust.CLAIMED);
        assertThat(chain.origin()).map(Candidate::repository).contains(SHOP);
    }

    @Test
    void refusesWhatLiesOnNoChain() {
        Estate estate = new Estate().asset(Estate.node("n1"), Map.of()).asset(RUN, Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> estate.assess().chain(Estate.node("n1")))
                .withMessageContaining("no chain from code to cloud leads through node:prod/n1");
        assertThatIllegalArgumentException().isThrownBy(() -> estate.assess().chain(RUN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> estate.assess().chain(Estate.workload("typo")))
                .withMessageContaining("the graph holds no");
    }

    @Test
    void refusesAPodThatBelongsToNoWorkload() {
        AssetKey pod = Estate.inShop(AssetKind.POD, "p1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estate().asset(pod, Map.of()).assess().chain(pod))
                .withMessageContaining("belongs to no workload");
    }
}
