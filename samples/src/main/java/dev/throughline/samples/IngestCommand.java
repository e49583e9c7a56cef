package dev.throughline.samples;

import dev.throughline.Throughline;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads the sources of an estate file into the graph. */
@Command(
        name = "ingest",
        description = {
            "Reads the sources of an estate file into the graph.",
            "A source that cannot be read keeps what it had, and the others are read."
        })
final class IngestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final GraphOptions graph;

    @Parameters(paramLabel = "ESTATE.yaml", description = "The estate file")
    private @Nullable Path file;

    @Option(names = "--format", paramLabel = "FORMAT", description = "How to print: table (default) or json")
    private Format format = Format.TABLE;

    @Option(
            names = "--accept-losses",
            description = {
                "Believe sources that say that much is gone.",
                "Otherwise it is kept until a second reading says so too."
            })
    private boolean acceptLosses;

    IngestCommand(Terminal terminal, GraphOptions.Opener opener) {
        this.terminal = terminal;
        this.graph = new GraphOptions(opener);
    }

    @Override
    public Integer call() {
        Estate estate = EstateFile.read(Objects.requireNonNull(file));
        List<Reading> readings;
        try (Throughline throughline = Throughline.storedIn(graph.create())) {
            readings =
                    new ProgressBar(terminal).read(estate, acceptLosses ? throughline.acceptingLosses() : throughline);
        }
        if (format == Format.JSON) {
            terminal.json(readings.stream().map(ReadingView::of).toList());
        } else {
            ReadingsText.print(terminal, readings);
        }
        ReadingsText.warn(terminal, readings);
        return readings.stream().anyMatch(Reading::failed) ? Main.FAILED : 0;
    }
}
