package dev.throughline.samples;

import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.store.Publication;
import dev.throughline.store.RiskStore;
import dev.throughline.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a question in Cypher on the published graph. */
@Command(
        name = "cypher",
        description = {"Runs a question in Cypher on the graph that was last published.", "It may only read."})
final class CypherCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final GraphOptions graph;

    @Parameters(paramLabel = "FILE", description = "A file with one statement")
    private @Nullable Path file;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the statement: a whole number, true, false, or else a text; may be repeated")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "How to print: table (default) or json")
    private Format format = Format.TABLE;

    CypherCommand(Terminal terminal, GraphOptions.Opener opener) {
        this.terminal = terminal;
        this.graph = new GraphOptions(opener);
    }

    @Override
    public Integer call() {
        String statement = statement(Objects.requireNonNull(file));
        try (RiskStore store = graph.open()) {
            Publication published = store.published()
                    .orElseThrow(() -> new StoreException(
                            "nothing was published in the graph at " + store.location() + " yet: run assess first",
                            null));
            if (!published.complete()) {
                terminal.warn("publishing was interrupted, so the graph is a mixture: run assess again");
            }
            try (Driver driver = graph.driver(store)) {
                Map<String, Object> values = new LinkedHashMap<>();
                parameters.forEach((name, value) -> values.put(name, value(value)));
                print(Answer.to(statement, values, driver));
            }
        }
        return 0;
    }

    private static String statement(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new SourceException(new Rejection(file.toString(), "", "cannot be read"), e);
        }
    }

    private static Object value(String text) {
        if (text.matches("-?[0-9]{1,18}")) {
            return Long.valueOf(text);
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }

    private void print(Answer answer) {
        if (format == Format.JSON) {
            terminal.json(answer.json());
        } else {
            terminal.lines("", answer.table().lines());
        }
    }
}
