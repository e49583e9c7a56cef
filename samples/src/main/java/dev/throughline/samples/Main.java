package dev.throughline.samples;

import com.google.common.base.Throwables;
import dev.throughline.model.ThroughlineException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.Neo4jException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line.
 *
 * <p>Exit codes: 0 done, 1 something is at least as urgent as {@code --fail-on}, 2 wrong usage, 3 a source or the graph could
 * not be read.
 */
@Command(
        name = "throughline",
        description = "Follows code to the cloud, and tells what to fix first.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Callable<Integer> {
    /** Something is at least as urgent as asked. */
    static final int FOUND = 1;

    /** A source or the graph could not be read. */
    static final int FAILED = 3;

    @SuppressWarnings("UnusedVariable") // read by picocli, for all commands
    @Option(
            names = {"-h", "--help"},
            description = "Show this help",
            usageHelp = true,
            scope = ScopeType.INHERIT)
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    private Main() {}

    /**
     * Runs the command line, and ends the process with its exit code.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        System.exit(run(Terminal.ofProcess(), GraphOptions::open, args));
    }

    /** Runs a command and returns its exit code. */
    static int run(Terminal terminal, GraphOptions.Opener opener, String... args) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new DemoCommand(terminal, opener))
                .addSubcommand(new IngestCommand(terminal, opener))
                .addSubcommand(new AssessCommand(terminal, opener))
                .addSubcommand(new FindingsCommand(terminal, opener))
                .addSubcommand(new PathsCommand(terminal, opener))
                .addSubcommand(new ChokePointsCommand(terminal, opener))
                .addSubcommand(new WhatIfCommand(terminal, opener))
                .addSubcommand(new ReachCommand(terminal, opener))
                .addSubcommand(new BlastRadiusCommand(terminal, opener))
                .addSubcommand(new ChainCommand(terminal, opener))
                .addSubcommand(new CoverageCommand(terminal, opener))
                .addSubcommand(new ExploreCommand(terminal, opener))
                .addSubcommand(new CypherCommand(terminal, opener))
                .addSubcommand(new ExportCommand(terminal, opener))
                .addSubcommand(new RetractCommand(terminal, opener))
                .addSubcommand(new DiscardHistoryCommand(terminal, opener));
        return Converters.registeredWith(line)
                .setOut(new PrintWriter(terminal.out(), true, terminal.charset()))
                .setErr(new PrintWriter(terminal.err(), true, terminal.charset()))
                .setParameterExceptionHandler((e, arguments) -> misused(terminal, e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(terminal, e))
                .execute(args);
    }

    @Override
    public Integer call() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "which command?");
    }

    private static int misused(Terminal terminal, ParameterException e) {
        terminal.warn("throughline: " + e.getMessage());
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        terminal.warn("Try '" + command + " --help'.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Terminal terminal, Exception e) {
        if (e instanceof ThroughlineException || e instanceof UncheckedIOException || e instanceof Neo4jException) {
            ("throughline: " + e.getMessage()).lines().forEach(terminal::warn);
        } else {
            terminal.warn("throughline: this is a mistake in the program, please report it");
            Throwables.getStackTraceAsString(e).lines().forEach(terminal::warn);
        }
        return FAILED;
    }
}
