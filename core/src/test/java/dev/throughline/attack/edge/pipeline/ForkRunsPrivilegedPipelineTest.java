package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.ALICE;
import static dev.throughline.attack.edge.pipeline.Shop.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Visibility;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForkRunsPrivilegedPipelineTest {
    private static final String JOB = "job=build untrusted=checkout-head";
    private static final List<String> TARGET = List.of("pull_request_target");

    @Test
    void leadsFromEverybodyToAPipelineThatChecksOutTheirCode() {
        Shop shop = new Shop().pipeline(TARGET, JOB);

        assertThat(shop.ways("ForkRunsPrivilegedPipeline")).containsExactly(AssetKey.ANY_GITHUB_USER + " > " + RELEASE);
        assertThat(shop.probability("ForkRunsPrivilegedPipeline")).isEqualTo(Likelihood.EASY.probability());
    }

    @Test
    void takesArtifactsOfTheRunThatStartedItForCodeToo() {
        Shop shop = new Shop().pipeline(List.of("workflow_run"), "job=publish untrusted=artifact-of-run");

        assertThat(shop.ways("ForkRunsPrivilegedPipeline")).hasSize(1);
    }

    @Test
    void isHardWhereAConditionLooksAtWhoAsks() {
        Shop shop = new Shop().pipeline(TARGET, JOB + " guarded=true");

        assertThat(shop.probability("ForkRunsPrivilegedPipeline")).isEqualTo(Likelihood.HARD.probability());
    }

    @Test
    void leadsFromReadersOfAPrivateRepositoryThatMayBeForked() {
        Map<String, Object> forkable = Map.of("visibility", Visibility.PRIVATE, "forkingAllowed", true);
        Shop shop = privateShop(forkable).member("read").pipeline(TARGET, JOB);

        assertThat(shop.ways("ForkRunsPrivilegedPipeline")).containsExactly(ALICE + " > " + RELEASE);
        assertThat(privateShop(Map.of("visibility", Visibility.PRIVATE, "forkingAllowed", false))
                        .member("read")
                        .pipeline(TARGET, JOB)
                        .ways("ForkRunsPrivilegedPipeline"))
                .isEmpty();
    }

    private static Shop privateShop(Map<String, ?> values) {
        return new Shop().repository(values);
    }

    @Test
    void leadsNowhereWithoutTheCheckoutOrWithoutThePrivilege() {
        assertThat(new Shop().pipeline(TARGET, "job=label").ways("ForkRunsPrivilegedPipeline"))
                .isEmpty();
        assertThat(new Shop().pipeline(List.of("pull_request"), JOB).ways("ForkRunsPrivilegedPipeline"))
                .isEmpty();
    }
}
