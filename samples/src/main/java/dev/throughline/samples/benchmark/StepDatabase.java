package dev.throughline.samples.benchmark;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.io.ByteUnit;

/**
 * Attack steps in a Neo4j of this process, which is asked without Bolt between: nodes {@code Asset}, relationships {@code
 * STEP} with their cost, and one node {@code Outside} from which a step of its own leads to each entry.
 */
final class StepDatabase implements AutoCloseable {
    private static final Label ASSET = Label.label("Asset");
    private static final Label OUTSIDE = Label.label("Outside");
    static final Label ENTRY = Label.label("Entry");
    static final Label TARGET = Label.label("Target");
    private static final RelationshipType STEP = RelationshipType.withName("STEP");
    private static final int BATCH = 20_000;

    private final Path directory;
    private final DatabaseManagementService service;

    StepDatabase(RandomSteps steps) {
        try {
            directory = Files.createTempDirectory("throughline-steps-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        service = new DatabaseManagementServiceBuilder(directory)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.gibiBytes(1))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "keep_none")
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .build();
        write(steps);
    }

    GraphDatabaseService database() {
        return service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
    }

    private void write(RandomSteps steps) {
        long[] ids = new long[steps.nodes()];
        inBatches(steps.nodes(), (transaction, i) -> ids[i] = create(transaction, ASSET));
        inBatches(
                steps.targets().length,
                (transaction, i) -> node(transaction, ids[steps.targets()[i]]).addLabel(TARGET));
        inBatches(1, (transaction, i) -> {
            Node outside = node(transaction, create(transaction, OUTSIDE));
            for (int entry : steps.entries()) {
                Node node = node(transaction, ids[entry]);
                node.addLabel(ENTRY);
                outside.createRelationshipTo(node, STEP).setProperty("cost", 0.0);
            }
        });
        int[] sorted = IntStream.range(0, steps.count())
                .boxed()
                .sorted((a, b) -> Integer.compare(steps.from(a), steps.from(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        inBatches(sorted.length, (transaction, i) -> {
            int step = sorted[i];
            node(transaction, ids[steps.from(step)])
                    .createRelationshipTo(node(transaction, ids[steps.to(step)]), STEP)
                    .setProperty("cost", -Math.log(steps.probability(step)));
        });
    }

    @SuppressWarnings("removal") // a number is the fastest way to find a node again
    private static long create(Transaction transaction, Label label) {
        return transaction.createNode(label).getId();
    }

    @SuppressWarnings("removal") // as above
    private static Node node(Transaction transaction, long id) {
        return transaction.getNodeById(id);
    }

    private interface Work {
        void run(Transaction transaction, int item);
    }

    private void inBatches(int count, Work work) {
        for (int first = 0; first < count; first += BATCH) {
            try (Transaction transaction = database().beginTx()) {
                for (int i = first; i < Math.min(count, first + BATCH); i++) {
                    work.run(transaction, i);
                }
                transaction.commit();
            }
        }
    }

    /** Runs a query that answers with one row, and returns its column {@code answer}. */
    long ask(String cypher, Map<String, Object> parameters) {
        return database().executeTransactionally(cypher, parameters, result ->
                (Long) Objects.requireNonNull(result.next().get("answer")));
    }

    /** The numbers of the nodes with a label. */
    List<Long> ids(Label label) {
        return database()
                .executeTransactionally(
                        "MATCH (n:" + label.name() + ") RETURN id(n) AS id",
                        Map.of(),
                        result -> result.<Long>columnAs("id").stream().toList());
    }

    @Override
    public void close() {
        service.shutdown();
        try {
            MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
