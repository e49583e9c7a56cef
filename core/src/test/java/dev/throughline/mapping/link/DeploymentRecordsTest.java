package dev.throughline.mapping.link;

import static dev.throughline.mapping.link.ReleasedShop.API;
import static dev.throughline.mapping.link.ReleasedShop.IMAGE;
import static dev.throughline.mapping.link.ReleasedShop.SHOP;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentRecordsTest {
    private static final AssetKey ACME = AssetKey.organization("github.com", "acme");
    private static final AssetKey PRODUCTION =
            AssetKey.of(AssetKind.DEPLOYMENT_ENVIRONMENT, "github.com/acme/production");

    /** The organization that holds the repository has an environment. */
    private static Estate owned(Estate estate) {
        return estate.relation(ACME, RelationType.CONTAINS, SHOP).relation(ACME, RelationType.CONTAINS, PRODUCTION);
    }

    private static Estate built() {
        return ReleasedShop.built(owned(ReleasedShop.running()));
    }

    private static Estate recorded(Estate estate, Map<String, String> properties) {
        return estate.relation(IMAGE, RelationType.DEPLOYED_TO, PRODUCTION, properties);
    }

    private static List<Candidate> deployedFrom(Estate estate) {
        return from(estate, API);
    }

    private static List<Candidate> from(Estate estate, AssetKey runner) {
        return estate.assess().mapping().deployedFrom(runner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop-api-app", "shop/api/app", "shop-api", "shop/api", "api"})
    void takesTheRecordAndTheClusterThatAgreeOnDigestAndPlaceForTwoSides(String name) {
        Candidate origin = deployedFrom(recorded(built(), Map.of("cluster", "PROD", "deployment", name)))
                .get(0);

        assertThat(origin.repository()).isEqualTo(SHOP);
        assertThat(origin.trust()).isEqualTo(Trust.ASSERTED);
        assertThat(origin.strongest().evidence().statement()).contains("the runtime tells that digest");
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
        Estate estate = owned(ReleasedShop.running())
                .asset(IMAGE, Map.of("labels", List.of("org.opencontainers.image.source=" + SHOP.value())));

        assertThat(deployedFrom(recorded(estate, Map.of("cluster", "prod", "deployment", "api")))
                        .get(0)
                        .trust())
                .isEqualTo(Trust.CLAIMED);
    }

    @Test
    void isAClaimWhereOnlyATagIsKnownToRun() {
        Estate estate = ReleasedShop.built(owned(ReleasedShop.runningByTag()));

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
        assertThat(deployedFrom(
                        recorded(owned(ReleasedShop.running()), Map.of("cluster", "prod", "deployment", "api"))))
                .isEmpty();
    }

    private static AssetKey cloud(String id) {
        return AssetKey.of(AssetKind.CLOUD_RESOURCE, id);
    }

    @ParameterizedTest
    @CsvSource({
        "/subscriptions/1/resourcegroups/Shop/providers/microsoft.app/containerapps/api, SHOP",
        "/subscriptions/1/resourcegroups/shop/providers/microsoft.web/sites/api, shop",
        "arn:aws:ecs:eu-west-1:123456789012:service/shop/api, shop",
        "//run.googleapis.com/projects/shop/locations/europe-west1/services/api, shop"
    })
    void takesTheCloudThatRunsTheDigestWhereTheRecordSaysForASecondSide(String id, String cluster) {
        AssetKey service = cloud(id);
        Estate estate = built().relation(service, RelationType.CREATED_FROM, IMAGE);
        Map<String, String> elsewhere = Map.of("cluster", "bank", "deployment", "api");

        assertThat(from(recorded(estate, elsewhere), service)).isEmpty();
        assertThat(from(recorded(estate, Map.of("cluster", cluster, "deployment", "api")), service))
                .singleElement()
                .matches(origin -> origin.repository().equals(SHOP))
                .matches(origin -> origin.trust() == Trust.ASSERTED);
    }

    @Test
    void isAClaimForACloudWithoutThePlace() {
        AssetKey service = cloud("arn:aws:ecs:eu-west-1:123456789012:service/shop/api");
        Estate estate = built().relation(service, RelationType.CREATED_FROM, IMAGE);

        assertThat(from(recorded(estate, Map.of("deployment", "api")), service))
                .singleElement()
                .matches(origin -> origin.trust() == Trust.CLAIMED);
    }

    @Test
    void linksNoCloudThatNamesATagOnly() {
        AssetKey tag = AssetKey.imageTag(ImageReference.parse("ghcr.io/acme/api:1"));
        AssetKey service = cloud("arn:aws:ecs:eu-west-1:123456789012:service/shop/api");
        Estate estate =
                built().relation(service, RelationType.CREATED_FROM, tag).relation(tag, RelationType.TAGGED, IMAGE);

        assertThat(from(recorded(estate, Map.of("cluster", "shop", "deployment", "api")), service))
                .isEmpty();
    }
}
