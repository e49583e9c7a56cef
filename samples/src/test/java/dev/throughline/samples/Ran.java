package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.throughline.store.RiskStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run of the command line printed, and its exit code. */
record Ran(int exitCode, String out, String err) {
    static Ran command(GraphOptions.Opener opener, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                false,
                false);
        int exitCode = Main.run(terminal, opener, args);
        return new Ran(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static Ran on(RiskStore store, String... args) {
        return command((options, mayCreate) -> store, args);
    }

    /** What was printed, after a look whether it is as a schema says. */
    JsonNode valid(String schema) throws IOException {
        return valid(schema, out);
    }

    static JsonNode valid(String schema, String document) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "schema", schema + ".json"));
        List<String> errors = new ArrayList<>();
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text)
                .validate(document, InputFormat.JSON)
                .forEach(error -> errors.add(error.toString()));
        assertThat(errors).as(document).isEmpty();
        return read(document);
    }

    static JsonNode read(String document) throws JsonProcessingException {
        return new ObjectMapper().readTree(document);
    }
}
