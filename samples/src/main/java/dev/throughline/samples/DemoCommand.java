package dev.throughline.samples;

import com.google.common.base.Stopwatch;
import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.store.Publication;
import dev.throughline.store.RiskStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads the sample estate into a graph of its own, and prints what there is to see. */
@Command(
        name = "demo",
        description = {
            "Reads the sample estate into a graph, assesses it, and prints what there is to see.",
            "Works in a new directory, which stays, unless --graph or --uri names another graph."
        })
final class DemoCommand implements Callable<Integer> {
    private static final int PATHS = 5;
    private static final int FINDINGS = 10;

    private final Terminal terminal;

    @Mixin
    private final GraphOptions graph;

    DemoCommand(Terminal terminal, GraphOptions.Opener opener) {
        this.terminal = terminal;
        this.graph = new GraphOptions(opener);
    }

    @Override
    public Integer call() {
        Estate estate = EstateFile.read(SampleEstate.file());
        graph.orElseIn(DemoCommand::newDirectory);
        Stopwatch watch = Stopwatch.createStarted();
        RiskStore store = graph.create();
        try (Throughline throughline = Throughline.storedIn(store)) {
            long started = watch.elapsed(TimeUnit.MILLISECONDS);
            List<Reading> readings = new ProgressBar(terminal).read(estate, throughline);
            long read = watch.elapsed(TimeUnit.MILLISECONDS);
            if (store.heads().size() > readings.size()) {
                terminal.warn("the graph holds other sources, too; what follows is about all of them");
            }
            Assessment assessment = throughline.assess();
            long assessed = watch.elapsed(TimeUnit.MILLISECONDS);
            Publication published = throughline.publish(assessment);
            long done = watch.elapsed(TimeUnit.MILLISECONDS);
            print(estate, readings, assessment);
            terminal.heading("Durations");
            terminal.line("start of Neo4j " + started + " ms, reading " + (read - started) + " ms, assessment "
                    + (assessed - read) + " ms, publishing " + (done - assessed) + " ms");
            terminal.line("assessment: "
                    + AssessmentText.durations(
                            AssessmentView.of(assessment, published).durations()));
            where(store.location(), published);
            return readings.stream().anyMatch(Reading::failed) ? Main.FAILED : 0;
        }
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("throughline-demo-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(Estate estate, List<Reading> readings, Assessment assessment) {
        terminal.heading("Sources of " + estate.name() + ", listed in " + fromHere(estate.file()));
        ReadingsText.print(terminal, readings);
        ReadingsText.warn(terminal, readings);
        terminal.heading("Where images come from");
        MappingText.print(terminal, MappingRow.all(assessment));
        terminal.heading("Risk factors of workloads");
        FactorsText.print(terminal, assessment);
        var paths = assessment.attackPaths();
        terminal.heading(
                "Attack paths, the most urgent " + PATHS + " of " + paths.list().size());
        PathsText.print(terminal, paths.grouped().top(PATHS).list());
        var findings = assessment.findings();
        terminal.heading("Findings, the most urgent " + FINDINGS + " of "
                + findings.list().size());
        FindingsText.print(terminal, findings.prioritized().limit(FINDINGS).list());
        terminal.heading("Gaps");
        terminal.lines(
                "",
                assessment.gaps().isEmpty() ? List.of("none: every source was read completely") : assessment.gaps());
    }

    /** The path from the working directory, if it is in there. */
    private static Path fromHere(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path there = file.toAbsolutePath().normalize();
        return there.startsWith(here) ? here.relativize(there) : there;
    }

    private void where(String location, Publication published) {
        terminal.heading("The graph");
        terminal.line(published.nodes() + " nodes and " + published.relationships() + " relationships in " + location);
        if (!graph.isServer()) {
            terminal.line("Look again:");
            for (String command :
                    List.of("findings --level high", "paths", "cypher samples/cypher/image-origins.cypher")) {
                terminal.line("  java -jar samples/target/throughline.jar " + command + " --graph " + location);
            }
        }
    }
}
