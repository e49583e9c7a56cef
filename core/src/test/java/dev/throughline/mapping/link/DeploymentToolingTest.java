package dev.throughline.mapping.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.mapping.Candidate;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.mapping.Mapping;
import dev.throughline.mapping.Trust;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentToolingTest {
    private static final AssetKey CONFIG = AssetKey.repository("github.com/acme/config");
    private static final AssetKey API = Estate.workload("api");

    private static Estate estate(String... annotations) {
        return new Estate().deployment("api", Map.of("annotations", List.of(annotations)));
    }

    private static Candidate deployedFrom(Estate estate) {
        return estate.assess().mapping().deployedFrom(API).get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.opencontainers.image.source=https://github.com/acme/config",
                "app.openshift.io/vcs-uri=https://github.com/acme/config.git",
                "a8r.io/repository=https://github.com/acme/config",
                "backstage.io/source-location=url:https://github.com/acme/config/tree/main/"
            })
    void readsEveryAnnotationThatNamesARepository(String annotation) {
        Candidate origin = deployedFrom(estate(annotation));

        assertThat(origin.repository()).isEqualTo(CONFIG);
        assertThat(origin.strongest().method()).isEqualTo(LinkMethod.DEPLOYMENT_TOOLING);
        assertThat(origin.trust()).isEqualTo(Trust.CLAIMED);
    }

    @Test
    void showsTheApplicationOfTheToolThatOwnsTheWorkload() {
        Estate estate = estate(
                        "argocd.argoproj.io/tracking-id=shop:apps/Deployment:shop/api",
                        "kustomize.toolkit.fluxcd.io/name=shop",
                        "meta.helm.sh/release-name=shop",
                        "unrelated=x")
                .relation(API, RelationType.PROVISIONED_BY, CONFIG);

        assertThat(deployedFrom(estate).repository()).isEqualTo(CONFIG);
        assertThat(deployedFrom(estate).strongest().evidence().fields())
                .containsOnlyKeys(
                        "argocd.argoproj.io/tracking-id",
                        "kustomize.toolkit.fluxcd.io/name",
                        "meta.helm.sh/release-name");
    }

    @Test
    void findsTheRepositoryOfTheManifestThatWasApplied() {
        AssetKey manifest = AssetKey.inRepository(AssetKind.SOURCE_FILE, CONFIG, "prod/api.yaml");
        Estate estate = estate().relation(CONFIG, RelationType.CONTAINS, manifest)
                .relation(API, RelationType.PROVISIONED_BY, manifest);

        assertThat(deployedFrom(estate).repository()).isEqualTo(CONFIG);
        assertThat(deployedFrom(estate).strongest().evidence().assets()).containsExactly(API, manifest);
    }

    @Test
    void namesTheCommitThatWasDeployed() {
        String sha = "0123456789abcdef0123456789abcdef01234567";

        assertThat(deployedFrom(estate("a8r.io/repository=github.com/acme/config", "app.openshift.io/vcs-ref=" + sha))
                        .commit())
                .contains(AssetKey.commit(CONFIG, sha));
        assertThat(deployedFrom(estate("a8r.io/repository=github.com/acme/config", "app.openshift.io/vcs-ref=main"))
                        .commit())
                .isEmpty();
    }

    @Test
    void namesTheApplicationAndTheCommitThatAToolSaysItApplied() {
        String sha = "0123456789abcdef0123456789abcdef01234567";
        Map<String, String> said = Map.of("application", "Application argocd/shop", "path", "prod", "revision", sha);
        Candidate origin = deployedFrom(estate().relation(API, RelationType.PROVISIONED_BY, CONFIG, said));

        assertThat(origin.commit()).contains(AssetKey.commit(CONFIG, sha));
        assertThat(origin.strongest().method()).isEqualTo(LinkMethod.DEPLOYMENT_TOOLING);
        assertThat(origin.strongest().evidence().fields()).isEqualTo(said);
    }

    @Test
    void takesTheListOfTheToolForASecondSideAndItsNameOnTheWorkloadForNone() {
        Estate named =
                estate().relation(API, RelationType.PROVISIONED_BY, CONFIG, Map.of("application", "Release web"));
        Estate listed = estate().relation(API, RelationType.PROVISIONED_BY, CONFIG, Map.of("listedBy", "Release web"));

        assertThat(deployedFrom(named).trust()).isEqualTo(Trust.CLAIMED);
        assertThat(deployedFrom(listed).trust()).isEqualTo(Trust.ASSERTED);
        assertThat(deployedFrom(listed).strongest().evidence().statement()).contains("lists the workload");
    }

    @Test
    void namesNoCommitForTheNameOfABranch() {
        Estate estate = estate().relation(API, RelationType.PROVISIONED_BY, CONFIG, Map.of("revision", "main"));

        assertThat(deployedFrom(estate).commit()).isEmpty();
    }

    @Test
    void neverMixesWhoDeploysWithWhoBuilds() {
        AssetKey image = Estate.image('a');
        Mapping mapping = estate("a8r.io/repository=github.com/acme/config")
                .runs("api", image)
                .asset(image, Map.of("labels", List.of("org.opencontainers.image.source=github.com/acme/shop")))
                .assess()
                .mapping();

        assertThat(mapping.candidates(image)).extracting(Candidate::repository).doesNotContain(CONFIG);
        assertThat(mapping.isConflict(image)).isFalse();
        assertThat(mapping.candidates(API)).isEmpty();
        assertThat(mapping.imagesOf(CONFIG)).isEmpty();
        assertThat(mapping.workloadsOf(CONFIG)).isEmpty();
        assertThat(mapping.mappedImages()).containsExactly(image);
        assertThat(mapping.deployedAssets()).containsExactly(API);
    }

    @Test
    void saysNothingOfAnApplicationWhoseRepositoryNobodyNames() {
        assertThat(estate("argocd.argoproj.io/tracking-id=shop:apps/Deployment:shop/api", "a8r.io/repository=?")
                        .assess()
                        .mapping()
                        .deployedFrom(API))
                .isEmpty();
    }
}
