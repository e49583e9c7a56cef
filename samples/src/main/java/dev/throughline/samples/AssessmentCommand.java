package dev.throughline.samples;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** A command that assesses a graph which was read before, and answers from the assessment. */
abstract class AssessmentCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final GraphOptions graph;

    @Option(names = "--format", paramLabel = "FORMAT", description = "How to print: table (default) or json")
    private Format format = Format.TABLE;

    AssessmentCommand(Terminal terminal, GraphOptions.Opener opener) {
        this.terminal = terminal;
        this.graph = new GraphOptions(opener);
    }

    @Override
    public final Integer call() {
        try (Throughline throughline = Throughline.storedIn(graph.open())) {
            Assessment assessment = throughline.assess();
            assessment.gaps().forEach(gap -> terminal.warn("gap: " + gap));
            return answer(throughline, assessment);
        }
    }

    /** Answers, and returns the exit code. */
    abstract int answer(Throughline throughline, Assessment assessment);

    /** Prints an answer in the format that was asked for. */
    final void print(Object json, Runnable table) {
        if (format == Format.JSON) {
            terminal.json(json);
        } else {
            table.run();
        }
    }

    /** Selects with what the user said. What the graph does not hold is wrong usage. */
    final <T> T selected(Supplier<T> selection) {
        try {
            return selection.get();
        } catch (IllegalArgumentException | TypeConversionException e) {
            String message =
                    String.valueOf(e.getMessage()).replaceAll("; if that is fine, say allowingNone\\(\\) first$", "");
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
        }
    }

    final Terminal terminal() {
        return terminal;
    }
}
