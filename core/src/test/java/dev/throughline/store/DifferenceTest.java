package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.store.Projection.ProjectedNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DifferenceTest {
    @Test
    void tellsWhatIsNewChangedAndGone() {
        Difference<ProjectedNode> difference = Difference.between(
                List.of(node("a", 1), node("b", 1), node("d", 1), node("e", 1)),
                List.of(node("b", 2), node("c", 1), node("d", 1)));

        assertThat(difference.added()).containsExactly(node("c", 1));
        assertThat(difference.changed()).containsExactly(node("b", 2));
        assertThat(difference.removed()).containsExactly(node("a", 1), node("e", 1));
        assertThat(difference.size()).isEqualTo(3);
        assertThat(difference.changes()).isEqualTo(4);
    }

    @Test
    void nothingDiffersFromItself() {
        List<ProjectedNode> nodes = List.of(node("a", 1), node("b", 1));

        assertThat(Difference.between(nodes, nodes).changes()).isZero();
        assertThat(Difference.between(List.of(), nodes).added()).isEqualTo(nodes);
        assertThat(Difference.between(nodes, List.of()).removed()).isEqualTo(nodes);
    }

    private static ProjectedNode node(String id, long line) {
        return new ProjectedNode(id, List.of("Asset"), Map.of("line", line));
    }
}
