package dev.throughline.connector.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States in which values were replaced by others of any type. */
final class TerraformMutationTest {
    private static final Path SOURCE = Path.of("src/test/resources/terraform");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<JsonNode> VALUES = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(-1),
            NODES.textNode(""),
            NODES.textNode("arn:aws:::"),
            NODES.textNode("//"),
            NODES.textNode("/subscriptions/\u0000"),
            NODES.arrayNode().add(NODES.arrayNode()),
            NODES.objectNode().set("value", NODES.objectNode()));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"shop.tfstate", "clouds.json"})
    void areReadOrRefusedWithAReason(String name) throws IOException {
        JsonNode sound = new ObjectMapper().readTree(SOURCE.resolve(name).toFile());
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            JsonNode mutant = sound.deepCopy();
            replaceOne(mutant, random);
            Path file = Files.writeString(folder.resolve(name), mutant.toString());
            Collected sink = new Collected();
            try {
                TerraformConnector.files(file)
                        .repository("github.com/acme/infra")
                        .cluster("eu")
                        .list()
                        .partitions()
                        .get(0)
                        .read(sink);
            } catch (SourceException e) {
                assertThat(e).hasMessageStartingWith(name);
            }
            assertThat(sink.rejections())
                    .allMatch(rejection -> !rejection.cause().equals("null"));
        }
    }

    private static void replaceOne(JsonNode root, Random random) {
        List<JsonNode> holders = new ArrayList<>();
        collect(root, holders);
        JsonNode holder = holders.get(random.nextInt(holders.size()));
        JsonNode value = VALUES.get(random.nextInt(VALUES.size()));
        if (holder instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            object.set(names.get(random.nextInt(names.size())), value);
        } else if (holder instanceof ArrayNode array) {
            array.set(random.nextInt(array.size()), value);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainerNode() && !node.isEmpty()) {
            holders.add(node);
        }
        node.forEach(part -> collect(part, holders));
    }
}
