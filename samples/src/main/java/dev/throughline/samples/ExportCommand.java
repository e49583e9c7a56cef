package dev.throughline.samples;

import dev.throughline.connector.facts.FactsExport;
import dev.throughline.store.RiskStore;
import dev.throughline.store.Snapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the facts of the graph as files. */
@Command(
        name = "export",
        description = {
            "Writes all that sources said last as files of facts, a folder for each scope.",
            "A source of type facts reads them into another graph."
        })
final class ExportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final GraphOptions graph;

    @Parameters(paramLabel = "DIR", description = "A folder that does not exist yet")
    private @Nullable Path directory;

    @Option(names = "--scope", paramLabel = "SCOPE", description = "Only this scope, such as github:acme")
    private @Nullable String scope;

    ExportCommand(Terminal terminal, GraphOptions.Opener opener) {
        this.terminal = terminal;
        this.graph = new GraphOptions(opener);
    }

    @Override
    public Integer call() {
        try (RiskStore store = graph.open()) {
            List<Snapshot> wanted = store.heads().stream()
                    .filter(head -> scope == null || head.scope().toString().equals(scope))
                    .toList();
            if (wanted.isEmpty()) {
                throw new ParameterException(
                        Objects.requireNonNull(spec).commandLine(), "nothing was read from '" + scope + "'");
            }
            FactsExport.Written written = FactsExport.write(store, wanted, Objects.requireNonNull(directory));
            terminal.line(String.format(
                    Locale.ROOT,
                    "wrote %,d facts of %,d scopes into %,d files",
                    written.facts(),
                    written.scopes(),
                    written.partitions()));
            return 0;
        }
    }
}
