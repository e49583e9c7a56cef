package dev.throughline.connector.opengraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.throughline.connector.ConnectorContract;
import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CustomAsset;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenGraphConnectorTest extends ConnectorContract {
    private static final String NODES = """
        {"id": "R_1", "kinds": ["GH_Repository"], "properties": {"name": "shop", "full_name": "Acme/Shop"}},
        {"id": "O_1", "kinds": ["GH_Organization"], "properties": {"name": "acme", "login": "Acme"}},
        {"id": "U_1", "kinds": ["GH_User"], "properties": {"name": "ada", "login": "Ada"}},
        {"id": "R_1_admin", "kinds": ["GH_RepoRole", "Base"], "properties": {"name": "Acme/Shop\\\\admin",
         "type": "default", "level": 3, "deploy_token": "%s", "password": "%s", "tags": ["a"], "query_x": "MATCH"}}
        """.formatted(CANARY, CANARY);
    private static final String EDGES = """
        {"kind": "GH_HasRole", "start": {"value": "U_1"}, "end": {"value": "R_1_admin", "match_by": "id"},
         "properties": {"traversable": true}},
        {"kind": "GH_AdminTo", "start": {"value": "R_1_admin"}, "end": {"value": "shop", "match_by": "name"}},
        {"kind": "GH_Contains", "start": {"value": "O_1"}, "end": {"value": "R_1"}},
        {"kind": "GH_Contains", "start": {"value": "O_1"}, "end": {"value": "U_1"}}
        """;

    @TempDir
    private Path folder;

    private final Collected sink = new Collected();

    @Override
    protected OpenGraphConnector connector() {
        return file("graph.json", NODES, EDGES);
    }

    private OpenGraphConnector file(String name, String nodes, String edges) {
        return file(name, "{\"graph\": {\"nodes\": [" + nodes + "], \"edges\": [" + edges + "]}}");
    }

    private OpenGraphConnector file(String name, String json) {
        Written.file(folder, name, json);
        return OpenGraphConnector.files(folder).named("githound");
    }

    @Test
    void takesWhatGitHubIsForWhatItIsAndTheRestForCustomAssets() {
        connector().list().partitions().get(0).read(sink);

        assertThat(sink.assets())
                .extracting(asset -> asset.key().text())
                .containsExactly(
                        "repository:github.com/acme/shop",
                        "organization:github.com/acme",
                        "developer:github.com/ada",
                        "custom:opengraph/R_1_admin");
        assertThat(sink.all(CustomAsset.class))
                .containsExactly(new CustomAsset(
                        AssetKey.parse("custom:opengraph/R_1_admin"),
                        "GH_RepoRole",
                        "Acme/Shop\\admin",
                        List.of("level=3", "type=default")));
    }

    @Test
    void keepsTheKindOfAnEdgeAndWhetherItIsTraversable() {
        connector().list().partitions().get(0).read(sink);

        assertThat(sink.relations())
                .extracting(Relation::toString)
                .containsExactly(
                        "developer:github.com/ada CUSTOM custom:opengraph/R_1_admin {kind=GH_HasRole,"
                                + " traversable=true}",
                        "custom:opengraph/R_1_admin CUSTOM repository:github.com/acme/shop {kind=GH_AdminTo}",
                        "organization:github.com/acme CONTAINS repository:github.com/acme/shop",
                        "developer:github.com/ada MEMBER_OF organization:github.com/acme");
    }

    @Test
    void edgesLeadToNodesOfOtherFiles() {
        file("a.json", "", EDGES);
        OpenGraphConnector both = file("b.json", NODES, "");

        for (Partition partition : both.list().partitions()) {
            assertThat(partition.read(sink)).isEqualTo(Completeness.complete());
        }

        assertThat(sink.rejections()).isEmpty();
        assertThat(sink.relations(RelationType.CONTAINS)).hasSize(1);
    }

    @Test
    void aFileThatCannotBeReadMakesTheOthersPartial() {
        file("a.json", NODES, EDGES);
        OpenGraphConnector both = file("b.json", "{\"graph\": {\"nodes\": [");

        assertThat(both.list().partitions().get(0).read(sink)).isInstanceOf(Completeness.Partial.class);
        assertThatThrownBy(() -> both.list().partitions().get(1).read(sink)).hasMessageContaining("b.json");
    }

    @Test
    void rejectsARecordThatCannotBeUsed() {
        file("graph.json", "{\"kinds\": []}, {\"id\": \"a\", \"kinds\": [1]}", """
            {"kind": "X", "start": {"value": "nobody", "match_by": "name"}, "end": {"value": "a"}},
            {"kind": "X", "start": {"value": "a", "match_by": "property"}, "end": {"value": "a"}},
            {"start_id": "a", "end_id": "b"}, {"kind": "X", "start_id": "a\\u0000", "end_id": "b"},
            {"kind": "X", "start_id": "a", "end_id": "b"}
            """)
                .list()
                .partitions()
                .get(0)
                .read(sink);

        assertThat(sink.rejections())
                .extracting(rejection -> rejection.position())
                .containsExactly(
                        "/graph/nodes/0/id",
                        "/graph/nodes/1/kinds/0",
                        "/graph/edges/0/start/value",
                        "/graph/edges/1/start/match_by",
                        "/graph/edges/2/kind",
                        "/graph/edges/3");
        assertThat(sink.relations()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoGraph() {
        assertThatThrownBy(() ->
                        file("graph.json", "{}").list().partitions().get(0).read(sink))
                .hasMessage("graph.json /graph: there is no graph, so this is not OpenGraph");
    }

    /** Counted without the reader: each node is an asset, each edge a relation, but for those to nodes of other graphs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "githound/githound_saml_O_kgDOCoV2OQ.json",
                "dawgs/adcs_fanout.json",
                "dawgs/base.json",
                "dawgs/self_cycles.json",
                "dawgs/traversal_shapes.json"
            })
    void losesNothingOfRealFiles(String name) throws IOException {
        String corpus = System.getProperty("throughline.corpus");
        assumeThat(corpus).as("system property throughline.corpus").isNotNull();
        Path file = Path.of(corpus, name);
        JsonNode graph = new ObjectMapper().readTree(file.toFile()).get("graph");

        OpenGraphConnector.files(file).list().partitions().get(0).read(sink);

        assertThat(sink.rejections()).allMatch(rejection -> rejection.cause().equals("no node has this name"));
        assertThat(sink.assets()).hasSize(graph.get("nodes").size());
        assertThat(sink.relations().size() + sink.rejections().size())
                .isEqualTo(graph.get("edges").size());
    }
}
