package dev.throughline.connector.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Partition;
import dev.throughline.model.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Real plans and states, counted as plain JSON, without anything of the connector. */
final class TerraformCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("throughline.corpus", "absent"));

    @Test
    void everyResourceOfAStateThatHasAnArnWasMadeFromTheRepository() throws IOException {
        int counted = 0;
        for (Path file : files("terraform-state-json")) {
            Set<String> arns = new TreeSet<>();
            for (JsonNode resource :
                    new ObjectMapper().readTree(CORPUS.resolve(file).toFile()).findParents("mode")) {
                if (resource.path("mode").asText().equals("managed")
                        && resource.path("values").has("arn")) {
                    arns.add(resource.path("values").path("arn").asText());
                }
            }
            Collected sink = read(file);

            assertThat(sink.rejections()).isEmpty();
            Set<String> made = new TreeSet<>(); // a default network is taken over at two addresses
            sink.relations().stream()
                    .filter(relation -> relation.type() == RelationType.PROVISIONED_BY)
                    .forEach(relation -> made.add(relation.from().value()));
            assertThat(made).isEqualTo(arns);
            counted += arns.size();
        }
        assertThat(counted).isPositive();
    }

    @Test
    void everyResourceThatAPlanIsGoingToMakeIsToldAndIsNoAsset() throws IOException {
        for (Path file : files("terraform-plan-json")) {
            int created = 0;
            for (JsonNode change :
                    new ObjectMapper().readTree(CORPUS.resolve(file).toFile()).path("resource_changes")) {
                created += change.at("/change/actions").toString().equals("[\"create\"]") ? 1 : 0;
            }
            Collected sink = read(file);

            assertThat(sink.rejections()).as(file.toString()).hasSize(created);
            assertThat(sink.assets()).isEmpty();
        }
    }

    private static Collected read(Path file) {
        Collected sink = new Collected();
        for (Partition partition : TerraformConnector.files(CORPUS, List.of(file))
                .repository("github.com/acme/infra")
                .list()
                .partitions()) {
            assertThat(partition.read(sink)).isEqualTo(Completeness.complete());
        }
        return sink;
    }

    private static List<Path> files(String kind) throws IOException {
        assumeThat(CORPUS.resolve("MANIFEST.md")).as("the corpus of real files").exists();
        List<Path> files = new ArrayList<>();
        String section = "";
        for (String line : Files.readAllLines(CORPUS.resolve("MANIFEST.md"))) {
            if (line.startsWith("## ")) {
                section = line.substring(3).strip();
            } else if (line.startsWith("- `") && section.equals(kind)) {
                files.add(Path.of(line.substring(3, line.indexOf('`', 3))));
            }
        }
        return files;
    }
}
