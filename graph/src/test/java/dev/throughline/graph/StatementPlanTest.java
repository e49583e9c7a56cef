package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.store.Projection;
import dev.throughline.store.Projection.ProjectedNode;
import dev.throughline.store.Projection.ProjectedRelationship;
import dev.throughline.store.RiskStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.summary.Plan;

/** No statement walks through the whole database, not even right after it was filled, while the statistics are young. */
final class StatementPlanTest {
    @BeforeAll
    static void fill() {
        List<ProjectedNode> pods = IntStream.range(0, 1_000)
                .mapToObj(i -> new ProjectedNode("pod:" + i, List.of("Asset", "Pod"), Map.of()))
                .sorted()
                .toList();
        List<ProjectedRelationship> links = IntStream.range(0, 1_000)
                .mapToObj(i -> new ProjectedRelationship("pod:" + i, "DEPENDS_ON", "pod:0", "", Map.of()))
                .sorted()
                .toList();
        try (RiskStore store = TestServer.connect("plans")) {
            store.publish(new Projection("v1", Instant.EPOCH, pods, links));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "heads",
                "heads-at",
                "head-numbers",
                "head",
                "last-seen",
                "scope-lock",
                "scope-change",
                "record-lock",
                "commit",
                "commit-found",
                "runs-superseded",
                "runs-chunks",
                "runs-delete",
                "chunk-page",
                "chunks-missing",
                "chunks-delete",
                "chunks-stored",
                "chunks-write",
                "chunks-read",
                "publication",
                "explored",
                "publish-claim",
                "publish-lane",
                "publish-state",
                "assets-read",
                "nodes-read",
                "assets-find",
                "nodes-find",
                "nodes-inspect",
                "nodes-update",
                "nodes-relabel",
                "nodes-delete",
                "relationships-create",
                "relationships-read",
                "relationships-find",
                "relationships-inspect",
                "relationships-update",
                "relationships-delete"
            })
    void findsItsWayByIndexOrNumber(String name) {
        String statement = ProjectionNames.ofAnyType(Cypher.statement(name))
                .replace("/*labels*/", ":Asset:Pod")
                .replace("/*type*/", "CONTAINS");

        assertThat(operators(TestServer.plan("EXPLAIN " + statement)))
                .noneMatch(operator -> operator.matches(".*(Scan|Sort|Top|Join)@.*"));
    }

    private static List<String> operators(Plan plan) {
        return Stream.concat(
                        Stream.of(plan.operatorType()),
                        plan.children().stream().flatMap(child -> operators(child).stream()))
                .toList();
    }
}
