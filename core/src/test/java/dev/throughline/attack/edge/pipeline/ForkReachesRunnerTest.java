package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.ACME;
import static dev.throughline.attack.edge.pipeline.Shop.RELEASE;
import static dev.throughline.attack.edge.pipeline.Shop.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForkReachesRunnerTest {
    private static final AssetKey BUILD_7 = AssetKey.of(AssetKind.RUNNER, "github.com/acme/build-7");
    private static final AssetKey GROUP = AssetKey.of(AssetKind.RUNNER_GROUP, "github.com/acme/default");
    private static final String JOB = "job=test runsOn=self-hosted,linux";
    private static final List<String> LABELS = List.of("self-hosted", "Linux", "x64");

    private static Shop shop(Map<String, ?> runner) {
        return new Shop()
                .pipeline(List.of("pull_request"), JOB)
                .asset(BUILD_7, Map.of("labels", LABELS, "selfHosted", true))
                .asset(BUILD_7, runner);
    }

    @Test
    void leadsFromEverybodyToARunnerOfThePublicRepository() {
        Shop shop = shop(Map.of("ephemeral", false)).relation(SHOP, RelationType.CONTAINS, BUILD_7);

        assertThat(shop.ways("ForkReachesRunner")).containsExactly(AssetKey.ANY_GITHUB_USER + " > " + BUILD_7);
        assertThat(shop.probability("ForkReachesRunner")).isEqualTo(Likelihood.MODERATE.probability());
    }

    @Test
    void leadsToARunnerThatNoPipelineUsesForAPullRequestMayAddOne() {
        Shop shop = new Shop()
                .asset(BUILD_7, Map.of("labels", LABELS, "selfHosted", true))
                .relation(SHOP, RelationType.CONTAINS, BUILD_7);

        assertThat(shop.ways("ForkReachesRunner")).containsExactly(AssetKey.ANY_GITHUB_USER + " > " + BUILD_7);
        assertThat(shop.steps("ForkReachesRunner").get(0).evidence().assets())
                .containsExactly(AssetKey.ANY_GITHUB_USER, SHOP, BUILD_7);
        assertThat(shop.repository(Map.of("archived", true)).ways("ForkReachesRunner"))
                .isEmpty();
    }

    @Test
    void doesNotGoThroughAPipelineThatIsTurnedOff() {
        Shop shop = shop(Map.of())
                .asset(RELEASE, Map.of("state", "disabled_manually"))
                .relation(SHOP, RelationType.CONTAINS, BUILD_7);

        assertThat(shop.steps("ForkReachesRunner").get(0).evidence().assets()).doesNotContain(RELEASE);
    }

    @Test
    void isHardWhereAllOutsidersNeedAnApproval() {
        Shop shop = shop(Map.of())
                .repository(Map.of("forkApproval", "all_external_contributors"))
                .relation(SHOP, RelationType.CONTAINS, BUILD_7);

        assertThat(shop.probability("ForkReachesRunner")).isEqualTo(Likelihood.HARD.probability());
    }

    @Test
    void leadsToNoGroupThatIsClosedToPublicRepositories() {
        Shop shop = shop(Map.of())
                .relation(ACME, RelationType.CONTAINS, GROUP)
                .relation(GROUP, RelationType.CONTAINS, BUILD_7)
                .asset(GROUP, Map.of("visibility", "all", "allowsPublicRepositories", false));

        assertThat(shop.ways("ForkReachesRunner")).isEmpty();
    }

    @Test
    void leadsToNoRunnerThatServesOneJobOnly() {
        Shop shop = shop(Map.of("ephemeral", true)).relation(SHOP, RelationType.CONTAINS, BUILD_7);

        assertThat(shop.ways("ForkReachesRunner")).isEmpty();
    }
}
