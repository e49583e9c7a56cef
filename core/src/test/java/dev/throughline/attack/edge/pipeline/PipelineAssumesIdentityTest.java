package dev.throughline.attack.edge.pipeline;

import static dev.throughline.attack.edge.pipeline.Shop.MAIN;
import static dev.throughline.attack.edge.pipeline.Shop.PRODUCTION;
import static dev.throughline.attack.edge.pipeline.Shop.RELEASE;
import static dev.throughline.attack.edge.pipeline.Shop.ROLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.attack.Likelihood;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineAssumesIdentityTest {
    private static final String JOB = "job=deploy idToken=true";
    private static final List<String> PUSH = List.of("push");

    @Test
    void leadsFromTheEnvironmentThatTheConditionNames() {
        Shop shop = new Shop()
                .pipeline(PUSH, JOB + " environment=production")
                .asset(PRODUCTION, Map.of("name", "production"))
                .trust("repo:acme/shop:environment:production");

        assertThat(shop.ways("PipelineAssumesIdentity")).containsExactly(PRODUCTION + " > " + ROLE);
    }

    @Test
    void leadsFromTheBranchThatTheConditionNames() {
        Shop shop = new Shop().branch(Map.of()).pipeline(PUSH, JOB).trust("repo:acme/shop:ref:refs/heads/main");

        assertThat(shop.ways("PipelineAssumesIdentity")).containsExactly(MAIN + " > " + ROLE);
    }

    @Test
    void leadsFromThePipelineWhereAnyBranchWillDo() {
        for (String subject : List.of("repo:acme/shop:*", "repo:Acme/*", "repo:acme/sh?p:ref:refs/heads/*")) {
            Shop shop = new Shop().pipeline(PUSH, JOB).trust(subject);

            assertThat(shop.ways("PipelineAssumesIdentity")).as(subject).contains(RELEASE + " > " + ROLE);
        }
    }

    @Test
    void leadsFromAPipelineThatOutsidersStartOnTheDefaultBranch() {
        Shop shop =
                new Shop().pipeline(List.of("pull_request_target"), JOB).trust("repo:acme/shop:ref:refs/heads/main");

        assertThat(shop.ways("PipelineAssumesIdentity")).containsExactly(RELEASE + " > " + ROLE);
    }

    @Test
    void leadsNowhereWithoutAJobThatMayAskOrWithAnotherSubject() {
        assertThat(new Shop()
                        .pipeline(PUSH, "job=deploy")
                        .trust("repo:acme/shop:*")
                        .ways("PipelineAssumesIdentity"))
                .isEmpty();
        assertThat(new Shop().pipeline(PUSH, JOB).trust("repo:acme/other:*").ways("PipelineAssumesIdentity"))
                .isEmpty();
        assertThat(new Shop()
                        .pipeline(PUSH, JOB + " environment=test")
                        .trust("repo:acme/shop:environment:production")
                        .ways("PipelineAssumesIdentity"))
                .isEmpty();
    }

    @Test
    void isModerateWhereTheDefinitionWasNotRead() {
        Shop shop = new Shop().trust("repo:acme/shop:*");

        assertThat(shop.probability("PipelineAssumesIdentity")).isEqualTo(Likelihood.MODERATE.probability());
    }
}
