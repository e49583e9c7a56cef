package dev.throughline.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The roles for Enterprise, as far as Community can tell: it understands them, and says that it has none. */
final class RolesTest {
    private static final Pattern COMMENT = Pattern.compile("//[^\n]*");
    private static final Pattern CREATED = Pattern.compile("CREATE (CONSTRAINT|(?:[A-Z]+ )?INDEX)");

    @ParameterizedTest
    @ValueSource(strings = {"writer", "reader"})
    void everyStatementIsUnderstood(String role) throws Exception {
        assertThat(statements(role))
                .hasSizeGreaterThan(3)
                .allSatisfy(statement -> assertThatThrownBy(() -> TestServer.query(statement, Map.of()))
                        .as(statement)
                        .hasMessageContaining("Unsupported administration command"));
    }

    @Test
    void theWriterMayMakeWhatTheSchemaConsistsOf() throws Exception {
        List<String> granted = statements("writer");

        assertThat(CREATED.matcher(Cypher.statement("schema-" + Schema.VERSION))
                        .results()
                        .map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(create -> assertThat(granted).anyMatch(grant -> grant.startsWith("GRANT " + create)));
    }

    @Test
    void theReaderSeesNothingOfTheRecord() throws Exception {
        assertThat(String.join("\n", statements("reader")))
                .contains("NODES " + ProjectionNames.NODE + " ")
                .doesNotContain("FactChunk", "Run", "Scope", "Schema", "NODES *", "ELEMENTS", "WRITE", "CREATE C");
    }

    private static List<String> statements(String role) throws IOException {
        String text = Resources.toString(
                Resources.getResource(Cypher.class, "roles/" + role + ".cypher"), StandardCharsets.UTF_8);
        return Splitter.on(';')
                .trimResults()
                .omitEmptyStrings()
                .splitToList(COMMENT.matcher(text).replaceAll(""));
    }
}
