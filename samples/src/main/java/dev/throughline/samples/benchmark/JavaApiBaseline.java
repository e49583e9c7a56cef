package dev.throughline.samples.benchmark;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;
import org.neo4j.io.ByteUnit;

/**
 * Writes an estate through Neo4j's own Java API in this process, without Bolt or Cypher: one thread, 10,000 elements a
 * transaction, in the order given. Nodes are found again by the numbers they were given.
 */
final class JavaApiBaseline {
    private static final int BATCH = 10_000;
    private static final Label ASSET = Label.label("Asset");

    private final GraphDatabaseService database;
    private final Map<AssetKind, Label> labels = new EnumMap<>(AssetKind.class);
    private final Map<RelationType, RelationshipType> types = new EnumMap<>(RelationType.class);
    private final Map<AssetKey, Long> ids = new HashMap<>();

    private JavaApiBaseline(GraphDatabaseService database) {
        this.database = database;
    }

    /** How long writing an estate takes, each time into a new database. */
    static Duration time(ObservedEstate estate) {
        Times times = new Times();
        while (!times.enough()) {
            write(estate, times);
        }
        return times.median();
    }

    static void write(ObservedEstate estate, Times times) {
        try {
            Path directory = Files.createTempDirectory("throughline-java-api-");
            try {
                write(estate, directory, times);
            } finally {
                MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ObservedEstate estate, Path directory, Times times) {
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(directory)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.gibiBytes(1))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "keep_none")
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .build();
        try {
            JavaApiBaseline baseline =
                    new JavaApiBaseline(service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME));
            baseline.createConstraint();
            times.measure(() -> {
                baseline.inBatches(estate.assets().iterator(), baseline::create);
                baseline.inBatches(estate.relations().iterator(), baseline::create);
            });
        } finally {
            service.shutdown();
        }
    }

    private void createConstraint() {
        try (Transaction transaction = database.beginTx()) {
            transaction
                    .schema()
                    .constraintFor(ASSET)
                    .assertPropertyIsUnique("key")
                    .create();
            transaction.commit();
        }
        try (Transaction transaction = database.beginTx()) {
            transaction.schema().awaitIndexesOnline(1, TimeUnit.MINUTES);
        }
    }

    private <T> void inBatches(Iterator<T> facts, BiConsumer<Transaction, T> create) {
        while (facts.hasNext()) {
            try (Transaction transaction = database.beginTx()) {
                for (int i = 0; i < BATCH && facts.hasNext(); i++) {
                    create.accept(transaction, facts.next());
                }
                transaction.commit();
            }
        }
    }

    @SuppressWarnings("removal") // a number is the fastest way to find a node again, so it is what is fair
    private void create(Transaction transaction, Asset asset) {
        Node node =
                transaction.createNode(ASSET, labels.computeIfAbsent(asset.kind(), kind -> Label.label(kind.label())));
        node.setProperty("key", asset.key().text());
        set(node, MergeBaseline.properties(asset));
        ids.put(asset.key(), node.getId());
    }

    @SuppressWarnings("removal") // as above
    private void create(Transaction transaction, Relation relation) {
        Node from = transaction.getNodeById(Objects.requireNonNull(ids.get(relation.from())));
        Node to = transaction.getNodeById(Objects.requireNonNull(ids.get(relation.to())));
        RelationshipType type = types.computeIfAbsent(relation.type(), t -> RelationshipType.withName(t.name()));
        set(from.createRelationshipTo(to, type), relation.properties());
    }

    private static void set(Entity entity, Map<String, ?> properties) {
        properties.forEach((name, value) ->
                entity.setProperty(name, value instanceof List<?> list ? list.toArray(String[]::new) : value));
    }
}
