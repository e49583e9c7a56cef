package dev.throughline.samples;

import dev.throughline.Throughline;
import dev.throughline.store.Collected;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives up history, and frees what only that needed. */
@Command(
        name = "discard-history",
        description = "Gives up what was superseded some time ago, and frees what only that needed.")
final class DiscardHistoryCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final GraphOptions graph;

    @Option(
            names = "--keep",
            paramLabel = "DURATION",
            description = "What stays, counted back from the newest commit, such as P30D (default: ${DEFAULT-VALUE})",
            defaultValue = "P30D")
    private Duration kept = Duration.ofDays(30);

    DiscardHistoryCommand(Terminal terminal, GraphOptions.Opener opener) {
        this.terminal = terminal;
        this.graph = new GraphOptions(opener);
    }

    @Override
    public Integer call() {
        try (Throughline throughline = Throughline.storedIn(graph.open())) {
            Collected collected = throughline.discardHistory(kept);
            terminal.line(String.format(
                    Locale.ROOT, "discarded %,d runs and %,d chunks", collected.runs(), collected.chunks()));
            return 0;
        }
    }
}
