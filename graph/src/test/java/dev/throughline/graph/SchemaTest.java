package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.throughline.store.StoreException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SchemaTest {
    @Test
    void everythingThatIsMergedIsUnique() {
        TestServer.connect("schema").close();

        assertThat(TestServer.query("SHOW CONSTRAINTS YIELD name, type", Map.of()))
                .extracting(
                        row -> row.get("name").asString(),
                        row -> row.get("type").asString())
                .contains(
                        tuple("throughline_schema", "UNIQUENESS"),
                        tuple("throughline_scope", "UNIQUENESS"),
                        tuple("throughline_run", "UNIQUENESS"),
                        tuple("throughline_chunk", "UNIQUENESS"),
                        tuple("throughline_node", "UNIQUENESS"),
                        tuple("throughline_state", "UNIQUENESS"));
    }

    @Test
    void severalMayConnectForTheFirstTime() {
        TestServer.connect("schema").close();
        TestServer.query("MATCH (s:ThroughlineSchema) DELETE s", Map.of());
        for (String constraint : new String[] {"schema", "scope", "run", "chunk", "node", "state"}) {
            TestServer.query("DROP CONSTRAINT throughline_" + constraint, Map.of());
        }

        IntStream.range(0, 4)
                .parallel()
                .forEach(i -> TestServer.connect("first " + i).close());

        assertThat(TestServer.query("MATCH (s:ThroughlineSchema) RETURN s.version AS version", Map.of()))
                .extracting(row -> row.get("version").asInt())
                .containsExactly(Schema.VERSION);
    }

    @Test
    void refusesTheGraphOfANewerVersion() {
        TestServer.connect("schema").close();
        TestServer.query("MATCH (s:ThroughlineSchema) SET s.version = s.version + 1", Map.of());
        try {
            assertThatThrownBy(() -> TestServer.connect("schema"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("the graph at " + TestServer.boltUri()
                            + " was written by a newer Throughline (schema 2, this one knows 1)");
        } finally {
            TestServer.query("MATCH (s:ThroughlineSchema) SET s.version = s.version - 1", Map.of());
        }
    }
}
