package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The published graph. */
public interface ProjectionContract extends StoreUnderTest {
    @Test
    default void publishesAndSaysWhat() {
        Publication publication =
                store().publish(projection("v1", List.of(node("a", 1), node("b", 1)), link("a", "b")));

        assertThat(publication).isEqualTo(new Publication("v1", NOON, true, 2, 1, 3));
        assertThat(store().published()).contains(publication);
    }

    @Test
    default void publishingTheSameAgainWritesNothing() {
        store().publish(projection("v1", List.of(node("a", 1), node("b", 1)), link("a", "b")));

        Publication again = store().publish(projection("v2", List.of(node("a", 1), node("b", 1)), link("a", "b")));

        assertThat(again).isEqualTo(new Publication("v2", NOON, true, 2, 1, 0));
        assertThat(store().published()).contains(again);
    }

    @Test
    default void publishesOnlyWhatChanged() {
        List<ProjectedNode> nodes = List.of(node("a", 1), node("b", 1), node("c", 1));
        store().publish(projection("v1", nodes, link("a", "b"), link("b", "c")));

        List<ProjectedNode> oneChanged = List.of(node("a", 1), node("b", 2), node("c", 1));
        assertThat(store().publish(projection("v2", oneChanged, link("a", "b"), link("b", "c")))
                        .written())
                .isEqualTo(1);
        ProjectedRelationship changed =
                new ProjectedRelationship("b", "CONTAINS", "c", "", Map.of("reason", "because"));
        assertThat(store().publish(projection("v3", oneChanged, link("a", "b"), changed))
                        .written())
                .isEqualTo(1);
        assertThat(store().publish(projection("v3", oneChanged, link("a", "b"), changed))
                        .written())
                .isZero();
    }

    @Test
    default void removesWhatIsGone() {
        List<ProjectedNode> nodes = List.of(node("a", 1), node("b", 1), node("c", 1));
        store().publish(projection("v1", nodes, link("a", "b"), link("b", "c")));

        Publication smaller = store().publish(projection("v2", nodes.subList(0, 2), link("a", "b")));

        assertThat(smaller).isEqualTo(new Publication("v2", NOON, true, 2, 1, 2));
        assertThat(store().publish(projection("v3", List.of())).written()).isEqualTo(3);
    }

    @Test
    default void tellsRelationshipsOfOneTypeApart() {
        List<ProjectedNode> nodes = List.of(node("a", 1), node("b", 1));
        ProjectedRelationship exec = new ProjectedRelationship("a", "CAN_ATTACK", "b", "exec", Map.of());
        ProjectedRelationship steal = new ProjectedRelationship("a", "CAN_ATTACK", "b", "steal", Map.of());
        store().publish(projection("v1", nodes, exec, steal));

        assertThat(store().published().orElseThrow().relationships()).isEqualTo(2);
        assertThat(store().publish(projection("v2", nodes, steal)).written()).isEqualTo(1);
        assertThat(store().publish(projection("v3", nodes, exec, steal)).written())
                .isEqualTo(1);
        assertThat(store().publish(projection("v4", nodes, exec, steal)).written())
                .isZero();
    }

    @Test
    default void refusesAProjectionOutOfOrder() {
        List<ProjectedNode> nodes = List.of(node("a", 1), node("b", 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().publish(projection("v1", List.of(node("b", 1), node("a", 1)))))
                .withMessage("the projection has 'a' out of order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().publish(projection("v1", nodes, link("b", "a"), link("a", "b"))))
                .withMessage("the projection has 'a CONTAINS b' out of order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().publish(projection("v1", nodes, link("a", "b"), link("a", "b"))))
                .withMessage("the projection has two of 'a CONTAINS b'");
    }

    @Test
    default void rebuildsWhatItShows() {
        Projection projection = projection("v1", List.of(node("a", 1), node("b", 1)), link("a", "b"));
        store().publish(projection);

        Publication rebuilt = store().rebuild(projection);

        assertThat(rebuilt.complete()).isTrue();
        assertThat(store().published()).contains(rebuilt);
        assertThat(store().publish(projection).written()).isZero();
    }

    @Test
    default void publishesValuesOfEveryType() {
        Map<String, Object> properties = new TreeMap<>(Map.of(
                "title",
                "Grüße, `}{$x \\u0060",
                "open",
                true,
                "line",
                42L,
                "score",
                0.1,
                "at",
                NOON,
                "proof",
                List.of("b", "a"),
                "fields",
                List.of()));
        ProjectedNode node = new ProjectedNode("a", List.of("Asset", "Repository"), properties);
        store().publish(projection("v1", List.of(node)));

        assertThat(store().publish(projection("v2", List.of(node))).written()).isZero();
        properties.forEach((name, value) -> {
            Map<String, Object> without = new TreeMap<>(properties);
            without.remove(name);
            ProjectedNode smaller = new ProjectedNode("a", List.of("Asset", "Repository"), without);
            assertThat(store().publish(projection("v3", List.of(smaller))).written())
                    .isEqualTo(1);
        });
    }

    @Test
    default void aReopenedStoreKnowsWhatItShows() {
        Publication publication = store().publish(projection("v1", List.of(node("a", 1))));

        RiskStore reopened = reopen();

        assertThat(reopened.published()).contains(publication);
        assertThat(reopened.publish(projection("v2", List.of(node("a", 1)))).written())
                .isZero();
    }

    private static ProjectedNode node(String id, long line) {
        return new ProjectedNode(id, List.of("Asset", "Repository"), Map.of("key", id, "line", line));
    }

    private static ProjectedRelationship link(String from, String to) {
        return new ProjectedRelationship(from, "CONTAINS", to, "", Map.of());
    }

    private static Projection projection(
            String version, List<ProjectedNode> nodes, ProjectedRelationship... relationships) {
        return new Projection(version, NOON, nodes, List.of(relationships));
    }
}
