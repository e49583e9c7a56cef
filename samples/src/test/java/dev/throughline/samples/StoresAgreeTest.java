package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.graph.EmbeddedNeo4j;
import dev.throughline.model.Asset;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** The sample gives the same assessment whichever store keeps it. */
class StoresAgreeTest {
    @Test
    void neo4jAndMemoryGiveTheSameAssessment() throws IOException {
        Assessment inMemory = Harborline.assessedIn(new InMemoryRiskStore());
        try (EmbeddedNeo4j neo4j = EmbeddedNeo4j.throwAway()) {
            Throughline throughline = Throughline.storedIn(neo4j);
            Harborline.readInto(throughline);
            Assessment inNeo4j = throughline.assess();

            assertThat(inNeo4j.id()).isEqualTo(inMemory.id());
            assertThat(inNeo4j.graph().assets()).isEqualTo(inMemory.graph().assets());
            assertThat(inNeo4j.graph().relations())
                    .containsExactlyElementsOf(inMemory.graph().relations().toList());
            assertThat(MappingRow.all(inNeo4j)).isEqualTo(MappingRow.all(inMemory));
            assertThat(inNeo4j.factors().all()).isEqualTo(inMemory.factors().all());
            assertThat(inNeo4j.attackGraph().steps())
                    .isEqualTo(inMemory.attackGraph().steps());
            assertThat(inNeo4j.attackPaths().list())
                    .isEqualTo(inMemory.attackPaths().list());
            assertThat(inNeo4j.allFindings().list())
                    .isEqualTo(inMemory.allFindings().list());

            throughline.publish(inNeo4j);
            writesNothingTheSecondTime(throughline, inNeo4j);
            answersEveryQuestion(neo4j);
        }
    }

    private static void writesNothingTheSecondTime(Throughline throughline, Assessment first) {
        List<Reading> again = Harborline.readInto(throughline);
        assertThat(again).noneMatch(reading -> reading.report().changed());
        assertThat(again).allMatch(reading -> reading.report().chunksWritten() == 0);
        Assessment second = throughline.assess();
        assertThat(second.id()).isEqualTo(first.id());
        Publication published = throughline.publish(second);
        assertThat(published.written()).as("nodes and relationships written").isLessThanOrEqualTo(1);
    }

    private static void answersEveryQuestion(EmbeddedNeo4j neo4j) throws IOException {
        Map<String, Object> parameters = Map.of("repository", "repository:github.com/harborline/payments-api");
        try (Driver driver = GraphDatabase.driver(neo4j.boltUri(), AuthTokens.basic(neo4j.user(), neo4j.password()));
                Stream<Path> questions = Files.list(Path.of("cypher"))) {
            for (Path question : questions.sorted().toList()) {
                String statement = Files.readString(question);
                assertThat(statement).as(question.toString()).startsWith("// ");
                assertThat(Answer.to(statement, parameters, driver).json())
                        .as(question.toString())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void noFactHoldsASecret() {
        Assessment assessment = Harborline.assessedIn(new InMemoryRiskStore());
        for (Asset asset : assessment.graph().assets()) {
            assertThat(asset.toString()).doesNotContain(Harborline.CANARIES);
        }
        assertThat(assessment.graph().relations())
                .allSatisfy(relation -> assertThat(relation.toString()).doesNotContain(Harborline.CANARIES));
    }
}
