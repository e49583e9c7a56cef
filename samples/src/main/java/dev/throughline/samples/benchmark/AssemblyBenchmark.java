package dev.throughline.samples.benchmark;

import dev.throughline.Throughline;
import dev.throughline.graph.EmbeddedNeo4j;
import dev.throughline.graph.Neo4jRiskStore;
import dev.throughline.model.RiskGraph;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.neo4j.driver.AuthTokens;

/** Assembles the graph in memory: from the record alone, and from the last graph after changes. */
final class AssemblyBenchmark {
    private final HeldEstate estate;
    private final EmbeddedNeo4j server;

    private AssemblyBenchmark(HeldEstate estate, EmbeddedNeo4j server) {
        this.estate = estate;
        this.server = server;
    }

    static List<Figure> run(HeldEstate estate, MergedDatabase merged) {
        try (EmbeddedNeo4j server = EmbeddedNeo4j.throwAway();
                Throughline throughline = Throughline.storedIn(server)) {
            throughline.ingest(estate.sources());
            AssemblyBenchmark benchmark = new AssemblyBenchmark(estate, server);
            return List.of(benchmark.fromTheRecord(merged), benchmark.afterChanges());
        }
    }

    private Figure fromTheRecord(MergedDatabase merged) {
        Times record = new Times();
        Times rows = new Times();
        while (!rows.enough()) {
            try (Neo4jRiskStore store = open()) {
                record.measure(() -> check(new RecordedGraph(store).current()));
            }
            rows.measure(() -> check(RowReader.read(merged.driver())));
        }
        return Figure.faster(
                "assembly from the record", record.median(), "a row per asset and relation", rows.median(), 3);
    }

    /** A store that knows nothing yet, as that of a new process. */
    private Neo4jRiskStore open() {
        return Neo4jRiskStore.connect(server.boltUri(), AuthTokens.basic(server.user(), server.password()));
    }

    private void check(RiskGraph graph) {
        if (graph.relationCount() == 0) {
            throw new IllegalStateException("nothing was read, so nothing was measured");
        }
    }

    /** Through the engine, which says itself how long it was at it. */
    private Figure afterChanges() {
        Times full = new Times();
        while (!full.enough()) {
            try (Throughline fresh = Throughline.storedIn(open())) {
                full.add(assembly(fresh));
            }
        }
        Times incremental = Times.ofChanges();
        try (Throughline throughline = Throughline.storedIn(open())) {
            assembly(throughline);
            HeldEstate next = estate;
            while (!incremental.enough()) {
                next = next.after(1);
                throughline.ingest(next.sources());
                incremental.add(assembly(throughline));
            }
        }
        return Figure.share("assembly after 1 %", incremental.median(), "full assembly", full.median(), 5);
    }

    private static Duration assembly(Throughline throughline) {
        System.gc();
        return Objects.requireNonNull(throughline.assess().durations().get("graph"));
    }
}
