package dev.throughline.testing;

import static dev.throughline.testing.ThroughlineAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.Digest;
import dev.throughline.model.PipelineRun;
import dev.throughline.model.RelationType;
import dev.throughline.model.Repository;
import dev.throughline.model.SignatureState;
import dev.throughline.model.Workload;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallEstateTest {
    private static final Digest IMAGE = SmallEstate.digest("shop");
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey WEB = AssetKey.workload("prod", "shop", "Deployment", "web");

    @Test
    void leavesTheBeginningAsItWas() {
        SmallEstate beginning = SmallEstate.named("shop").repository("github.com/acme/shop");

        assertThat(beginning.image(IMAGE).assess().graph().find(AssetKey.image(IMAGE)))
                .isPresent();
        assertThat(beginning.assess().graph().find(AssetKey.image(IMAGE))).isEmpty();
    }

    @Test
    void goesOnWithAnAssetThatIsThereAlready() {
        Assessment assessment = SmallEstate.named("shop")
                .repository("github.com/acme/shop")
                .withId("42")
                .image(IMAGE)
                .labelled("a", "1")
                .repository("https://github.com/Acme/Shop.git")
                .asFork()
                .image(IMAGE)
                .labelled("b", "2")
                .assess();

        Repository repository = assessment.graph().find(SHOP, Repository.class).orElseThrow();
        assertThat(repository.nativeId()).isEqualTo("42");
        assertThat(repository.fork()).isTrue();
        assertThat(assessment.graph().find(AssetKey.image(IMAGE), ContainerImage.class))
                .map(ContainerImage::labels)
                .hasValueSatisfying(labels -> assertThat(labels).containsExactly("a=1", "b=2"));
    }

    @Test
    void knowsAnImageByIndexConfigurationAndTag() {
        Digest index = SmallEstate.digest("index");
        Digest configuration = SmallEstate.digest("configuration");
        Assessment assessment = SmallEstate.named("shop")
                .image(IMAGE)
                .variantOf(index)
                .configuredBy(configuration)
                .tagged("ghcr.io/acme/shop:1")
                .attested(SignatureState.UNCHECKED, "https://github.com/acme/shop", "a".repeat(40))
                .workload("prod", "shop", "Deployment", "web")
                .runs("ghcr.io/acme/shop:1")
                .annotated("example.com/team", "shop")
                .workload("prod", "shop", "Job", "once")
                .runs(configuration)
                .workload("prod", "shop", "Job", "again")
                .runs("ghcr.io/acme/shop:1@" + IMAGE)
                .assess();

        for (AssetKey workload : assessment.mapping().workloadsOf(SHOP)) {
            assertThat(assessment)
                    .workload(workload)
                    .runsImage(AssetKey.of(AssetKind.IMAGE_INDEX, index.toString()))
                    .isBuiltFrom("github.com/acme/shop")
                    .by(LinkMethod.PROVENANCE);
        }
        assertThat(assessment.mapping().workloadsOf(SHOP)).hasSize(3);
        assertThat(assessment.graph().find(WEB, Workload.class))
                .hasValueSatisfying(web -> assertThat(web.annotations()).containsExactly("example.com/team=shop"));
    }

    @Test
    void tellsWhatARunBuilt() {
        Assessment assessment = SmallEstate.named("shop")
                .repository("github.com/acme/shop")
                .pipeline(".github/workflows/ci.yml")
                .run("7")
                .onBranch("main")
                .ofFork("github.com/mallory/shop")
                .pushes(IMAGE)
                .assess();

        assertThat(assessment.graph().find(AssetKey.run(SHOP, "7"), PipelineRun.class))
                .hasValueSatisfying(run -> {
                    assertThat(run.branch()).isEqualTo("main");
                    assertThat(run.headRepository()).isEqualTo("repository:github.com/mallory/shop");
                });
    }

    @Test
    void saysAnythingThatNoStepOffers() {
        AssetKey account = AssetKey.inNamespace(AssetKind.SERVICE_ACCOUNT, "prod", "shop", "web");
        Assessment assessment = SmallEstate.named("shop")
                .workload("prod", "shop", "Deployment", "web")
                .asset(account, Map.of("name", "web"))
                .relation(WEB, RelationType.RUNS_AS, account)
                .assess();

        assertThat(assessment.graph().outgoing(WEB, RelationType.RUNS_AS)).hasSize(1);
    }

    @Test
    void isASourceBesideOthers() {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(
                    SmallEstate.named("code").repository("github.com/acme/shop"),
                    SmallEstate.named("cloud").workload("prod", "shop", "Deployment", "web"));

            assertThat(throughline.assess()).hasNoGaps().hasNoUnexpectedOrigin();
            assertThat(throughline.assess().snapshots())
                    .extracting(snapshot -> snapshot.scope().toString())
                    .containsExactly("small-estate:cloud", "small-estate:code");
        }
    }
}
