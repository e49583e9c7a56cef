package dev.throughline.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.throughline.Assessment;
import dev.throughline.Estate;
import dev.throughline.mapping.ChainStage.Stage;
import dev.throughline.mapping.ChainStage.Status;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private static final AssetKey TAG = AssetKey.parse("imagetag:ghcr.io/acme/shop:1");
    private static final AssetKey LOG4J =
            AssetKey.parse("package:pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1");
    private static final AssetKey FUNCTION = AssetKey.parse("cloud:arn:aws:lambda:eu-west-1:111122223333:function:pay");
    private static final AssetKey PACKAGES = AssetKey.parse("registryrepository:ghcr.io/acme/shop");

    private static Estate whole() {
        return new Estate()
                .asset(SHOP, Map.of())
                .relation(SHOP, RelationType.DEFINES, RELEASE)
                .relation(RELEASE, RelationType.RAN, RUN)
                .relation(RUN, RelationType.ON_COMMIT, COMMIT)
                .relation(RUN, RelationType.PUSHED, IMAGE)
                .relation(PACKAGES, RelationType.HOLDS, IMAGE)
                .relation(TAG, RelationType.TAGGED, IMAGE)
                .relation(IMAGE, RelationType.HAS_PACKAGE, LOG4J)
                .vulnerable(IMAGE, 'f', "CVE-2021-44228", Map.of())
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
                "run:github.com/acme/shop/actions/runs/123",
                "branch:github.com/acme/shop@release/1@2",
                "imagetag:ghcr.io/acme/shop:1",
                "package:pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1",
                "finding:ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "vulnerability:CVE-2021-44228"
            })
    void tellsTheWholeWayFromEverywhereOnIt(String asset) {
        CodeToCloudChain chain = whole().relation(SHOP, RelationType.CONTAINS, AssetKey.branch(SHOP, "release/1@2"))
                .assess()
                .chain(AssetKey.parse(asset));

        assertThat(chain.status()).isEqualTo(Status.MAPPED);
        assertThat(chain.stages()).extracting(ChainStage::stage).containsExactly(Stage.values());
        assertThat(chain.stages()).extracting(ChainStage::reason).containsOnlyNulls();
        assertThat(chain.stage(Stage.SOURCE).assets()).containsExactly(SHOP, COMMIT);
        assertThat(chain.stage(Stage.PIPELINE).assets()).containsExactly(RELEASE, RUN);
        assertThat(chain.stage(Stage.REGISTRY).assets()).containsExactly(IMAGE, PACKAGES);
        assertThat(chain.stage(Stage.RUNTIME).assets()).containsExactly(Estate.workload("api"));
        assertThat(chain.origin()).map(Candidate::repository).contains(SHOP);
        assertThat(chain.owners()).extracting(Owner::key).containsExactly(TEAM);
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
                .contains("no run of a pipeline of github.com/acme/shop reported");
        assertThat(stage(labelled, IMAGE, Stage.PIPELINE).remedy()).contains("attest their builds");
    }

    @Test
    void saysThatATagCouldNotBeResolved() {
        Estate estate = new Estate().deployment("api").runs("api", TAG);

        ChainStage registry = stage(estate, Estate.workload("api"), Stage.REGISTRY);

        assertThat(registry.status()).isEqualTo(Status.MISSING);
        assertThat(registry.reason()).isEqualTo("no source tells the digest behind ghcr.io/acme/shop:1");
        assertThat(registry.remedy()).contains("connect the registry");
        assertThat(stage(estate, Estate.workload("api"), Stage.SOURCE).remedy()).contains("registry");
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
        ChainStage runtime = stage(new Estate().asset(IMAGE, Map.of()).deployment("other"), IMAGE, Stage.RUNTIME);

        assertThat(runtime.status()).isEqualTo(Status.MISSING);
        assertThat(runtime.reason()).contains("no workload of any cluster that was read (prod) runs the image");
        assertThat(runtime.remedy()).contains("not deployed");
    }

    @Test
    void showsBothSidesOfAConflict() {
        Estate estate = whole().asset(
                        IMAGE, Map.of("labels", List.of("org.opencontainers.image.source=github.com/mallory/shop")));

        CodeToCloudChain chain = estate.assess().chain(Estate.workload("api"));

        assertThat(chain.status()).isEqualTo(Status.CONFLICT);
        assertThat(chain.stage(Stage.SOURCE).reason())
                .isEqualTo("evidence names 2 repositories: github.com/acme/shop (platform),"
                        + " github.com/mallory/shop (claimed)");
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
                .withMessageContaining("no chain from code to cloud leads through pod:prod/shop/p1");
    }

    @Test
    void namesARepositoryThatNoScopeReads() {
        Estate estate = new Estate()
                .asset(IMAGE, Map.of("labels", List.of("org.opencontainers.image.source=github.com/acme/shop")))
                .deployment("api")
                .runs("api", IMAGE);

        ChainStage source = stage(estate, Estate.workload("api"), Stage.SOURCE);

        assertThat(source.status()).isEqualTo(Status.PARTIAL);
        assertThat(source.assets()).containsExactly(SHOP);
        assertThat(source.gap())
                .isEqualTo(new StageGap(
                        Cause.REPOSITORY_NOT_READ,
                        "repository:github.com/acme/shop",
                        "evidence names github.com/acme/shop, which no scope reads, so nothing else is known of it",
                        "connect the organization of github.com/acme/shop"));
        assertThat(cause(estate, Estate.workload("api"), Stage.PIPELINE)).isEqualTo(Cause.REPOSITORY_NOT_READ);
    }

    @Test
    void saysThatTheReadingThatWouldTellWasIncomplete() {
        Estate code = new Estate("github:acme")
                .asset(SHOP, Map.of())
                .asset(IMAGE, Map.of("labels", List.of("org.opencontainers.image.source=github.com/acme/shop")))
                .readInPart("runs of shop: 403 Resource not accessible by integration");

        ChainStage pipeline = stage(code, IMAGE, Stage.PIPELINE);

        assertThat(pipeline.gap()).extracting(StageGap::cause).isEqualTo(Cause.READ_IN_PART);
        assertThat(pipeline.gap()).extracting(StageGap::subject).isEqualTo("github:acme");
        assertThat(pipeline.reason()).contains("403 Resource not accessible by integration");
        assertThat(pipeline.remedy()).contains("permission");
    }

    @Test
    void knowsAnImageThatOthersBuilt() {
        AssetKey library = AssetKey.parse("registryrepository:docker.io/library/redis");
        Estate estate = whole().deployment("cache")
                .runs("cache", Estate.image('b'))
                .relation(library, RelationType.HOLDS, Estate.image('b'));

        ChainStage source = stage(estate, Estate.workload("cache"), Stage.SOURCE);

        assertThat(source.gap()).extracting(StageGap::cause).isEqualTo(Cause.THIRD_PARTY);
        assertThat(source.reason()).contains("docker.io/library");
    }

    @Test
    void doesNotCallAnImageBesideOursAThirdPartys() {
        AssetKey other = AssetKey.parse("registryrepository:ghcr.io/acme/other");
        AssetKey own = AssetKey.parse("registryrepository:registry.acme.example/other");
        Estate estate = whole().relation(other, RelationType.HOLDS, Estate.image('b'))
                .asset(own, Map.of())
                .relation(own, RelationType.HOLDS, Estate.image('c'));

        assertThat(cause(estate, Estate.image('b'), Stage.SOURCE)).isEqualTo(Cause.NO_SIGNAL);
        assertThat(stage(estate, Estate.image('b'), Stage.SOURCE).remedy()).contains("ghcr.io/acme/other");
        assertThat(cause(estate, Estate.image('c'), Stage.SOURCE)).isEqualTo(Cause.NO_SIGNAL);
    }

    @Test
    void namesTheFirstOfManyClusters() {
        Estate estate = new Estate().asset(IMAGE, Map.of());
        for (int i = 1; i <= 7; i++) {
            estate.asset(AssetKey.of(AssetKind.CLUSTER, "c" + i), Map.of());
        }

        assertThat(stage(estate, IMAGE, Stage.RUNTIME).remedy())
                .isEqualTo("read the clusters c1, c2, c3, c4, c5 and 2 more");
    }

    @Test
    void saysWhichClustersWereNotRead() {
        Estate estate = new Estate().asset(IMAGE, Map.of());

        assertThat(cause(estate, IMAGE, Stage.RUNTIME)).isEqualTo(Cause.NOTHING_RUNNING_READ);
        assertThat(stage(estate.asset(Estate.CLUSTER, Map.of()), IMAGE, Stage.RUNTIME)
                        .gap())
                .isEqualTo(new StageGap(
                        Cause.CLUSTER_NOT_READ,
                        "cluster:prod",
                        "nothing that was read runs the image, and of the clusters prod no more than the name is known",
                        "read the clusters prod"));
    }

    @Test
    void aCommitHasTheImagesBuiltFromItOnly() {
        AssetKey later = AssetKey.commit(SHOP, "b".repeat(40));
        Estate estate = whole().relation(SHOP, RelationType.CONTAINS, later);

        CodeToCloudChain chain = estate.assess().chain(later);

        assertThat(chain.stage(Stage.REGISTRY).gap())
                .extracting(StageGap::cause)
                .isEqualTo(Cause.NO_BUILD);
        assertThat(chain.stage(Stage.RUNTIME).gap()).extracting(StageGap::cause).isEqualTo(Cause.STAGE_BEFORE);
        assertThat(chain.stage(Stage.SOURCE).assets()).containsExactly(SHOP);
    }

    @Test
    void aCloudResourceRunsAnImageToo() {
        Estate estate = whole().relation(FUNCTION, RelationType.CREATED_FROM, TAG);

        assertThat(estate.assess().chain(FUNCTION).status()).isEqualTo(Status.MAPPED);
        assertThat(estate.assess().chain(FUNCTION).origin())
                .map(Candidate::repository)
                .contains(SHOP);
        assertThat(stage(estate, SHOP, Stage.RUNTIME).assets()).containsExactly(FUNCTION, Estate.workload("api"));
        assertThat(stage(estate, SHOP, Stage.RUNTIME).counts()).isEqualTo(Map.of("cloud", 1, "workload", 1));
    }

    @Test
    void aWorkloadOfSeveralImagesMayBeKnownInPart() {
        Estate estate = whole().runs("api", Estate.image('b'));

        ChainStage source = stage(estate, Estate.workload("api"), Stage.SOURCE);

        assertThat(source.status()).isEqualTo(Status.PARTIAL);
        assertThat(source.reason()).startsWith("of 1 of 2 images the source is not known: no provenance");
    }

    @Test
    void aContainerHasItsOwnImage() {
        AssetKey sidecar = Estate.inShop(AssetKind.CONTAINER, "Deployment/api/proxy");
        Estate estate = whole().relation(Estate.workload("api"), RelationType.CONTAINS, sidecar)
                .relation(sidecar, RelationType.CREATED_FROM, Estate.image('b'));

        assertThat(stage(estate, sidecar, Stage.REGISTRY).assets()).containsExactly(Estate.image('b'));
        assertThat(cause(estate, sidecar, Stage.SOURCE)).isEqualTo(Cause.NO_SIGNAL);
    }

    @Test
    void aFindingAtSeveralPlacesHasTheChainOfAllAndOneOfEach() {
        Estate estate = whole().vulnerable(Estate.image('b'), 'f', "CVE-2021-44228", Map.of());
        Assessment assessment = estate.assess();

        assertThat(assessment.chain(Estate.weakness('f')).stage(Stage.REGISTRY).assets())
                .contains(IMAGE, Estate.image('b'));
        AssetKey atB = assessment.findings().at(Estate.image('b')).list().get(0).key();
        assertThat(assessment.chain(atB).stage(Stage.REGISTRY).assets()).containsExactly(Estate.image('b'));
    }

    @Test
    void tellsFromWhereItWasDeployedApartFromWhereItWasBuilt() {
        Estate estate = whole().deployment(
                        "api",
                        Map.of("annotations", List.of("app.openshift.io/vcs-uri=https://github.com/acme/deployments")));

        CodeToCloudChain chain = estate.assess().chain(SHOP);

        assertThat(chain.stage(Stage.SOURCE).assets()).containsExactly(SHOP, COMMIT);
        assertThat(chain.deployedFrom())
                .extracting(Candidate::repository)
                .containsExactly(AssetKey.repository("github.com/acme/deployments"));
    }

    @Test
    void namesTheSidesOfTheContestedImageOnly() {
        AssetKey library = AssetKey.repository("github.com/acme/library");
        Estate estate = whole().asset(library, Map.of())
                .asset(IMAGE, Map.of("labels", List.of("org.opencontainers.image.source=github.com/mallory/shop")))
                .asset(
                        Estate.image('b'),
                        Map.of("labels", List.of("org.opencontainers.image.source=github.com/acme/library")))
                .runs("api", Estate.image('b'));

        ChainStage source = stage(estate, Estate.workload("api"), Stage.SOURCE);

        assertThat(source.assets()).contains(SHOP, library);
        assertThat(source.reason())
                .isEqualTo("evidence names 2 repositories: github.com/acme/shop (platform),"
                        + " github.com/mallory/shop (claimed)");
    }

    private static Cause cause(Estate estate, AssetKey asset, Stage stage) {
        return Objects.requireNonNull(stage(estate, asset, stage).gap()).cause();
    }
}
