package dev.throughline.samples;

import dev.throughline.risk.Level;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that makes a command fail when something is urgent. */
final class FailOn {
    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            description = "Exit with 1 if anything selected is at least this urgent: critical, high, medium or low")
    private @Nullable Level level;

    int exitCode(Stream<Level> found) {
        Level threshold = level;
        return threshold != null && found.anyMatch(l -> l.isAtLeast(threshold)) ? Main.FOUND : 0;
    }
}
