package dev.throughline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.risk.Verdict;
import dev.throughline.store.Projection.ProjectedNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** An asset that only starts steps, and that no source told of, is kept: it is unknown, and not safe. */
class UntoldAssetTest {
    /** A namespace that lets anybody who runs pods take the nodes, of which only the cluster's own rules know a group. */
    private static Assessment assessment() {
        return new Estate()
                .deployment("api")
                .scheduled("api", "n1")
                .classified('a', "critical", Estate.node("n1").text(), Map.of())
                .assess();
    }

    @Test
    void isANodeOfItsKindWithNothingButItsKey() {
        Assessment assessment = assessment();
        AssetKey untold = untold(assessment);

        List<ProjectedNode> nodes = StreamSupport.stream(
                        AssessmentProjection.of(assessment).nodes().spliterator(), false)
                .filter(node -> node.id().equals(untold.text()))
                .toList();
        assertThat(nodes).hasSize(1);
        assertThat(nodes.get(0).labels()).contains(AssetKind.mentioned(untold).label());
        assertThat(nodes.get(0).content().properties()).containsOnlyKeys("key");
    }

    @Test
    void isNeverSaidToBeSafe() {
        Assessment assessment = assessment();
        assertThat(assessment.factors().of(untold(assessment)))
                .extracting(Verdict::answer)
                .doesNotContain(Verdict.Answer.NO);
    }

    @Test
    void isWhereAnInsiderMayStart() {
        Assessment assessment = assessment();
        assertThat(assessment.attackPaths().from(untold(assessment)).list()).isNotEmpty();
    }

    private static AssetKey untold(Assessment assessment) {
        return assessment.attackGraph().assets().stream()
                .filter(asset -> assessment.graph().number(asset) < 0)
                .filter(asset -> !assessment.attackGraph().stepsFrom(asset).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
