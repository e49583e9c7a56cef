package dev.throughline.mapping.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ImageReference;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentRecordsTest {
    private static final AssetKey ACME = AssetKey.organization("github.com", "acme");
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey PIPELINE = AssetKey.inRepository(AssetKind.PIPELINE, SHOP, "release.yml");
    private static final AssetKey RUN = AssetKey.run(SHOP, "1");
    private static final AssetKey PRODUCTION =
            AssetKey.of(AssetKind.DEPLOYMENT_ENVIRONMENT, "github.com/acme/production");
    private static final AssetKey IMAGE = Estate.image('a');
    private static final AssetKey API = Estate.workload("api");

    /** An image of the repository runs in the cluster; nothing tells yet who deployed it. */
    private static Estate estate() {
        return new Estate()
                .deployment("api")
                .runs("api", IMAGE)
                .relation(ACME, RelationType.CONTAINS, SHOP)
                .relation(ACME, RelationType.CONTAINS, PRODUCTION);
    }

    private static Estate built() {
        return estate().relation(SHOP, RelationType.DEFINES, PIPELINE)
                .relation(PIPELINE, RelationType.RAN, RUN)
                .relation(RUN, RelationType.PUSHED, IMAGE);
    }

    private static Estate recorded(Estate estate, Map<String, String> properties) {
        return estate.relation(IMAGE, RelationType.DEPLOYED_TO, PRODUCTION, properties);
    }

    private static List<Candidate> deployedFrom(Estate estate) {
        return estate.assess().mapping().deployedFrom(API);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop-api-app", "shop/api/app", "shop-api", "shop/api", "api"})
    void takesTheRecordAndTheClusterThatAgreeOnDigestAndPlaceForTwoSides(String name) {
        Candidate origin = deployedFrom(recorded(built(), Map.of("cluster", "PROD", "deployment", name)))
                .get(0);

        assertThat(origin.repository()).isEqualTo(SHOP);
        assertThat(origin.trust()).isEqualTo(Trust.ASSERTED);
        assertThat(origin.strongest().evidence().statement()).contains("its cluster runs that digest");
        assertThat(origin.strongest().evidence().assets()).containsExactly(API, IMAGE, PRODUCTION, SHOP);
        assertThat(origin.strongest().evidence().fields())
                .containsEntry("deployment", name)
                .containsEntry("imageOrigin", "platform");
    }

    @Test
    void isLessSureThanAToolThatListsTheWorkload() {
        AssetKey gitops = AssetKey.repository("github.com/acme/gitops");
        Estate estate = recorded(built(), Map.of("cluster", "prod", "deployment", "api"))
                .relation(API, RelationType.PROVISIONED_BY, gitops, Map.of("listedBy", "Application argocd/shop"));

        assertThat(deployedFrom(estate)).extracting(Candidate::repository).containsExactly(gitops, SHOP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop-api-sidecar", "shop-api-app-2", "other/api/app", "apis"})
    void linksNoWorkloadOfAnotherName(String name) {
        assertThat(deployedFrom(recorded(built(), Map.of("cluster", "prod", "deployment", name))))
                .isEmpty();
    }

    @Test
    void linksNothingInAnotherCluster() {
        assertThat(deployedFrom(recorded(built(), Map.of("cluster", "staging", "deployment", "shop-api-app"))))
                .isEmpty();
    }

    @Test
    void isAClaimWithoutTheNameOfTheCluster() {
        assertThat(deployedFrom(recorded(built(), Map.of("deployment", "shop-api-app")))
                        .get(0)
                        .trust())
                .isEqualTo(Trust.CLAIMED);
    }

    @Test
    void isAClaimWhereNothingButALabelSaysWhoseImageItIs() {
        Estate estate =
                estate().asset(IMAGE, Map.of("labels", List.of("org.opencontainers.image.source=" + SHOP.value())));

        assertThat(deployedFrom(recorded(estate, Map.of("cluster", "prod", "deployment", "api")))
                        .get(0)
                        .trust())
                .isEqualTo(Trust.CLAIMED);
    }

    @Test
    void isAClaimWhereOnlyATagIsKnownToRun() {
        AssetKey tag = AssetKey.imageTag(ImageReference.parse("ghcr.io/acme/api:1"));
        Estate estate = new Estate()
                .deployment("api")
                .runs("api", tag)
                .relation(tag, RelationType.TAGGED, IMAGE)
                .relation(ACME, RelationType.CONTAINS, SHOP)
                .relation(ACME, RelationType.CONTAINS, PRODUCTION)
                .relation(SHOP, RelationType.DEFINES, PIPELINE)
                .relation(PIPELINE, RelationType.RAN, RUN)
                .relation(RUN, RelationType.PUSHED, IMAGE);

        assertThat(deployedFrom(recorded(estate, Map.of("cluster", "prod", "deployment", "shop/api")))
                        .get(0)
                        .trust())
                .isEqualTo(Trust.CLAIMED);
    }

    @Test
    void hearsNoOrganizationThatDoesNotHoldTheRepositoryOfTheImage() {
        AssetKey mallory = AssetKey.organization("github.com", "mallory");
        AssetKey environment = AssetKey.of(AssetKind.DEPLOYMENT_ENVIRONMENT, "github.com/mallory/production");
        Estate estate = built().relation(mallory, RelationType.CONTAINS, environment)
                .relation(
                        IMAGE,
                        RelationType.DEPLOYED_TO,
                        environment,
                        Map.of("cluster", "prod", "deployment", "shop-api-app"));

        assertThat(deployedFrom(estate)).isEmpty();
    }

    @Test
    void saysNothingOfAnImageWhoseOriginNobodyKnows() {
        assertThat(deployedFrom(recorded(estate(), Map.of("cluster", "prod", "deployment", "api"))))
                .isEmpty();
    }
}
