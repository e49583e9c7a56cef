package dev.throughline.attack.edge.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Estate;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryWriteRunsPipelineTest {
    private static final AssetKey SHOP = AssetKey.repository("github.com/acme/shop");
    private static final AssetKey RELEASE =
            AssetKey.inRepository(AssetKind.PIPELINE, SHOP, ".github/workflows/release.yml");
    private static final AssetKey MAIN = AssetKey.branch(SHOP, "main");

    private static Estate shop(Map<String, ?> repository, Map<String, ?> pipeline) {
        return new Estate()
                .asset(SHOP, Map.of("defaultBranch", "main"))
                .asset(SHOP, repository)
                .asset(RELEASE, pipeline)
                .relation(SHOP, RelationType.DEFINES, RELEASE);
    }

    private static List<AttackStep> steps(Estate estate) {
        return estate.steps("RepositoryWriteRunsPipeline");
    }

    private static double probability(Map<String, ?> branch) {
        return steps(shop(Map.of(), Map.of()).asset(MAIN, branch)).get(0).probability();
    }

    @Test
    void leadsFromARepositoryToThePipelinesItDefines() {
        AttackStep step =
                steps(shop(Map.of(), Map.of("triggers", List.of("push")))).get(0);

        assertThat(step.from()).isEqualTo(SHOP);
        assertThat(step.to()).isEqualTo(RELEASE);
        assertThat(step.techniques()).containsExactly("T1677");
        assertThat(step.evidence().fields()).containsEntry("triggers", "push");
    }

    @Test
    void isEasyWhenNobodyNeedsToReview() {
        assertThat(probability(Map.of("isProtected", false))).isEqualTo(Likelihood.EASY.probability());
        assertThat(probability(Map.of("isProtected", true, "requiredReviews", 0L)))
                .isEqualTo(Likelihood.EASY.probability());
    }

    @Test
    void isModerateWhenAdministratorsMayPassBy() {
        assertThat(probability(Map.of("isProtected", true, "requiredReviews", 2L, "enforcedForAdmins", false)))
                .isEqualTo(Likelihood.MODERATE.probability());
        assertThat(probability(Map.of("isProtected", true, "requiredReviews", 2L)))
                .isEqualTo(Likelihood.MODERATE.probability());
    }

    @Test
    void isHardWhenReviewsBindEverybody() {
        assertThat(probability(Map.of("isProtected", true, "requiredReviews", 1L, "enforcedForAdmins", true)))
                .isEqualTo(Likelihood.HARD.probability());
    }

    @Test
    void isModerateWhenProtectionWasNotRead() {
        assertThat(probability(Map.of())).isEqualTo(Likelihood.MODERATE.probability());
        assertThat(steps(shop(Map.of(), Map.of())).get(0).evidence().statement())
                .contains("was not read");
    }

    @Test
    void isNeverTakenAwayByProtectionOfOneBranch() {
        assertThat(steps(shop(Map.of(), Map.of())).get(0).breaks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", "workflow_dispatch", "create", "release", "repository_dispatch", "pull_request"})
    void leadsToAPipelineThatWritingStarts(String trigger) {
        assertThat(steps(shop(Map.of(), Map.of("triggers", List.of("schedule", trigger)))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"schedule", "issues", "watch"})
    void doesNotLeadToAPipelineThatWritingDoesNotStart(String trigger) {
        assertThat(steps(shop(Map.of(), Map.of("triggers", List.of(trigger))))).isEmpty();
    }

    @Test
    void doesNotLeadIntoAnArchivedRepositoryOrADisabledPipeline() {
        assertThat(steps(shop(Map.of("archived", true), Map.of()))).isEmpty();
        assertThat(steps(shop(Map.of(), Map.of("state", "disabled_manually")))).isEmpty();
    }
}
