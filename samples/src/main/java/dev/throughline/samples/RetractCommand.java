package dev.throughline.samples;

import dev.throughline.Throughline;
import dev.throughline.model.Scope;
import dev.throughline.store.RiskStore;
import dev.throughline.store.Snapshot;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes back all that one source said. */
@Command(
        name = "retract",
        description = {
            "Takes back all that one source said.",
            "The published graph follows with the next assess; the history stays until it is discarded."
        })
final class RetractCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final GraphOptions graph;

    @Parameters(paramLabel = "SCOPE", description = "The scope as findings and gaps show it, such as github:acme")
    private @Nullable String scope;

    RetractCommand(Terminal terminal, GraphOptions.Opener opener) {
        this.terminal = terminal;
        this.graph = new GraphOptions(opener);
    }

    @Override
    public Integer call() {
        RiskStore store = graph.open();
        try (Throughline throughline = Throughline.storedIn(store)) {
            Scope found = store.heads().stream()
                    .map(Snapshot::scope)
                    .filter(known -> known.toString().equals(scope))
                    .findFirst()
                    .orElseThrow(() -> new ParameterException(
                            Objects.requireNonNull(spec).commandLine(), "nothing was read from '" + scope + "'"));
            throughline.retract(found);
            terminal.line("retracted " + found);
            return 0;
        }
    }
}
