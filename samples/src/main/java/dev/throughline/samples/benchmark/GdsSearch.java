package dev.throughline.samples.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.neo4j.exceptions.KernelException;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/** The Graph Data Science library of Neo4j on a {@link StepDatabase}, if it is on the class path: profile {@code gds}. */
final class GdsSearch {
    private static final String SERVICE = "META-INF/services/org.neo4j.procedure.Procedure";
    private static final String PREFIX = "org.neo4j.gds.";

    private final StepDatabase steps;

    GdsSearch(StepDatabase steps) {
        this.steps = steps;
        GlobalProcedures procedures =
                ((GraphDatabaseAPI) steps.database()).getDependencyResolver().resolveDependency(GlobalProcedures.class);
        try {
            for (String procedure : procedures()) {
                procedures.registerProcedure(Class.forName(procedure));
            }
        } catch (KernelException | ClassNotFoundException e) {
            throw new IllegalStateException("the procedures of the library cannot be used", e);
        }
    }

    static boolean isThere() {
        return !procedures().isEmpty();
    }

    private static List<String> procedures() {
        try {
            return Collections.list(GdsSearch.class.getClassLoader().getResources(SERVICE)).stream()
                    .flatMap(file -> lines(file).stream())
                    .filter(name -> name.startsWith(PREFIX))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(URL file) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
            return reader.lines().map(String::strip).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void project() {
        steps.ask(
                "CALL gds.graph.project('steps', ['Asset', 'Outside'], 'STEP') YIELD nodeCount RETURN nodeCount AS"
                        + " answer",
                Map.of());
    }

    void drop() {
        steps.ask("CALL gds.graph.drop('steps') YIELD nodeCount RETURN nodeCount AS answer", Map.of());
    }

    /** Walks breadth first from outside through all that can be reached; it returns no paths. */
    void search() {
        steps.ask(
                "MATCH (o:Outside) CALL gds.bfs.stats('steps', {sourceNode: o}) YIELD computeMillis"
                        + " RETURN computeMillis AS answer",
                Map.of());
    }
}
