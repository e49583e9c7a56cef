package dev.throughline.mapping.link;

import static dev.throughline.mapping.link.ReleasedShop.API;
import static dev.throughline.mapping.link.ReleasedShop.COMMIT;
import static dev.throughline.mapping.link.ReleasedShop.IMAGE;
import static dev.throughline.mapping.link.ReleasedShop.PIPELINE;
import static dev.throughline.mapping.link.ReleasedShop.RUN;
import static dev.throughline.mapping.link.ReleasedShop.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.Mapping;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentDeploymentsTest {
    private static final AssetKey PRODUCTION =
            AssetKey.inRepository(AssetKind.DEPLOYMENT_ENVIRONMENT, SHOP, "production");

    private static Estate built() {
        return ReleasedShop.built(ReleasedShop.running()).relation(SHOP, RelationType.CONTAINS, PRODUCTION);
    }

    private static Estate behind(Estate estate, String host, String... workloads) {
        AssetKey ingress = Estate.inShop(AssetKind.INGRESS, "web");
        for (String workload : workloads) {
            AssetKey service = Estate.inShop(AssetKind.KUBERNETES_SERVICE, workload);
            estate.service(workload, Map.of())
                    .relation(ingress, RelationType.ROUTES_TO, service, Map.of("hosts", "*," + host));
        }
        return estate;
    }

    private static Estate deployed(Estate estate, Map<String, String> properties) {
        return estate.relation(COMMIT, RelationType.DEPLOYED_TO, PRODUCTION, properties);
    }

    private static List<Candidate> deployedFrom(Estate estate) {
        return estate.assess().mapping().deployedFrom(API);
    }

    /** Only a label of the image names repository and commit. */
    private static Estate labelled() {
        return ReleasedShop.running()
                .asset(
                        IMAGE,
                        Map.of(
                                "labels",
                                List.of(
                                        "org.opencontainers.image.source=github.com/acme/shop",
                                        "org.opencontainers.image.revision=" + "a".repeat(40))))
                .relation(SHOP, RelationType.CONTAINS, PRODUCTION);
    }

    @Test
    void takesTheBuildTheAddressAndTheClusterThatAgreeForMoreThanAClaim() {
        Candidate origin = deployedFrom(
                        deployed(behind(built(), "shop.example", "api"), Map.of("host", "Shop.example", "ref", "main")))
                .get(0);

        assertThat(origin.repository()).isEqualTo(SHOP);
        assertThat(origin.commit()).contains(COMMIT);
        assertThat(origin.trust()).isEqualTo(Trust.ASSERTED);
        assertThat(origin.strongest().evidence().statement()).contains("its cluster runs the digest");
        assertThat(origin.strongest().evidence().assets()).containsExactly(API, IMAGE, COMMIT, PRODUCTION);
        assertThat(origin.strongest().evidence().fields())
                .containsEntry("ref", "main")
                .containsEntry("imageOrigin", "platform");
    }

    @Test
    void namesTheRunAndThePipelineThatDeployedToTheNamespace() {
        Candidate origin = deployedFrom(built().relation(
                                RUN,
                                RelationType.DEPLOYED_TO,
                                PRODUCTION,
                                Map.of("cluster", "Prod", "namespace", "shop", "task", "Deploy")))
                .get(0);

        assertThat(origin.trust()).isEqualTo(Trust.ASSERTED);
        assertThat(origin.commit()).contains(COMMIT);
        assertThat(origin.run()).contains(RUN);
        assertThat(origin.pipeline()).contains(PIPELINE);
    }

    @ParameterizedTest
    @CsvSource({"prod,backoffice", "staging,shop", "staging,"})
    void linksNothingOutsideThePlaceThatIsNamed(String cluster, String namespace) {
        Map<String, String> place =
                namespace == null ? Map.of("cluster", cluster) : Map.of("cluster", cluster, "namespace", namespace);

        assertThat(deployedFrom(deployed(built(), place))).isEmpty();
    }

    @Test
    void linksNothingWhenTheAddressLeadsElsewhere() {
        Estate estate = behind(built().deployment("web"), "shop.example", "web");

        assertThat(deployedFrom(deployed(estate, Map.of("host", "shop.example"))))
                .isEmpty();
    }

    @Test
    void isAClaimWhereOnlyPartOfThePlaceIsTold() {
        List<Map<String, String>> told = List.of(
                Map.of(), Map.of("namespace", "shop"), Map.of("cluster", "prod"), Map.of("host", "unknown.example"));

        assertThat(told)
                .allSatisfy(place -> assertThat(deployedFrom(deployed(built(), place)))
                        .singleElement()
                        .extracting(Candidate::trust)
                        .isEqualTo(Trust.CLAIMED));
    }

    @Test
    void isAClaimWhereOnlyALabelNamesTheCommit() {
        assertThat(deployedFrom(deployed(behind(labelled(), "shop.example", "api"), Map.of("host", "shop.example")))
                        .get(0))
                .matches(origin -> origin.trust() == Trust.CLAIMED)
                .matches(origin -> origin.commit().equals(Optional.of(COMMIT)));
    }

    @Test
    void aLabelAndARecordThatNamesNoPlaceTellNothing() {
        assertThat(deployedFrom(deployed(labelled(), Map.of()))).isEmpty();
    }

    @Test
    void isAClaimWhereOnlyATagIsKnownToRun() {
        Estate estate =
                ReleasedShop.built(ReleasedShop.runningByTag()).relation(SHOP, RelationType.CONTAINS, PRODUCTION);

        assertThat(deployedFrom(deployed(estate, Map.of("cluster", "prod", "namespace", "shop")))
                        .get(0)
                        .trust())
                .isEqualTo(Trust.CLAIMED);
    }

    @Test
    void saysNothingOfAnotherCommit() {
        Estate estate = built().relation(
                        AssetKey.commit(SHOP, "b".repeat(40)),
                        RelationType.DEPLOYED_TO,
                        PRODUCTION,
                        Map.of("cluster", "prod", "namespace", "shop"));

        assertThat(deployedFrom(estate)).isEmpty();
    }

    @Test
    void aForkThatShowsTheCommitDeployedNothing() {
        AssetKey fork = AssetKey.repository("github.com/mallory/shop");
        AssetKey environment = AssetKey.inRepository(AssetKind.DEPLOYMENT_ENVIRONMENT, fork, "production");
        Map<String, String> place = Map.of("cluster", "prod", "namespace", "shop");
        Estate estate = built().relation(fork, RelationType.CONTAINS, environment)
                .relation(COMMIT, RelationType.DEPLOYED_TO, environment, place)
                .relation(AssetKey.commit(fork, "a".repeat(40)), RelationType.DEPLOYED_TO, environment, place);

        assertThat(deployedFrom(estate)).isEmpty();
    }

    @Test
    void claimsWhatIsAloneBehindTheAddressOfADeployment() {
        Estate alone = behind(new Estate().deployment("api"), "shop.example", "api")
                .relation(SHOP, RelationType.CONTAINS, PRODUCTION);
        Estate shared = behind(new Estate().deployment("api").deployment("web"), "shop.example", "api", "web")
                .relation(SHOP, RelationType.CONTAINS, PRODUCTION);

        assertThat(deployedFrom(deployed(alone, Map.of("host", "shop.example"))).get(0))
                .matches(origin -> origin.trust() == Trust.CLAIMED)
                .matches(origin -> origin.commit().isEmpty());
        assertThat(deployedFrom(deployed(shared, Map.of("host", "shop.example"))))
                .isEmpty();
    }

    @Test
    void theNewestDeploymentToAPlaceCounts() {
        Estate estate =
                deployed(built(), Map.of("cluster", "prod", "namespace", "shop", "createdAt", "2026-01-01T00:00:00Z"));
        deployed(estate, Map.of("cluster", "prod", "namespace", "shop", "createdAt", "2026-02-01T00:00:00Z"));

        assertThat(deployedFrom(estate).get(0).strongest().evidence().fields())
                .containsEntry("createdAt", "2026-02-01T00:00:00Z");
    }

    @Test
    void saysNothingOfWhoBuilt() {
        Mapping mapping = deployed(built(), Map.of("cluster", "prod", "namespace", "shop"))
                .assess()
                .mapping();

        assertThat(mapping.candidates(IMAGE)).hasSize(1);
        assertThat(mapping.deployedAssets()).containsExactly(API);
        assertThat(mapping.mappedImages()).containsExactly(IMAGE);
    }
}
