package dev.throughline.graph;

import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import dev.throughline.store.Chunk;
import dev.throughline.store.StoreException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;

/** Chunks, addressed by their hash. Within a tenant only: otherwise one could find out what another one has. */
final class Chunks {
    private static final String STORED = Cypher.statement("chunks-stored");
    private static final String WRITE = Cypher.statement("chunks-write");
    private static final String READ = Cypher.statement("chunks-read");

    private static final int HASHES_PER_QUERY = 1_000;
    private static final int CHUNKS_PER_WRITE = 256;
    private static final int CHUNKS_PER_READ = 100;

    private final Database database;

    Chunks(Database database) {
        this.database = database;
    }

    Set<String> missing(Collection<String> hashes) {
        Set<String> missing = new HashSet<>(hashes);
        for (List<String> some : Iterables.partition(List.copyOf(missing), HASHES_PER_QUERY)) {
            database.read(tx -> tx.run(STORED, Map.of("tenant", database.tenant(), "hashes", some))
                            .single()
                            .get("stored")
                            .asList(hash -> hash.asString()))
                    .forEach(missing::remove);
        }
        return missing;
    }

    /** Sorted, so that two writers of the same chunks wait for each other instead of deadlocking. */
    void write(Collection<Chunk> chunks) {
        List<Map<String, Object>> rows = chunks.stream()
                .sorted(Comparator.comparing(Chunk::hash))
                .map(c -> Map.<String, Object>of("hash", c.hash(), "facts", c.facts(), "bytes", c.bytes()))
                .toList();
        database.repeat(CHUNKS_PER_WRITE, size -> {
            Lists.partition(rows, size)
                    .forEach(some ->
                            database.writeOnce(tx -> tx.run(WRITE, Map.of("tenant", database.tenant(), "chunks", some))
                                    .consume()));
            return rows.size();
        });
    }

    void read(Collection<String> hashes, Consumer<Chunk> consumer) {
        for (List<String> some : Iterables.partition(new TreeSet<>(hashes), CHUNKS_PER_READ)) {
            readSome(new TreeSet<>(some), consumer);
        }
    }

    /** A reading that was cut off goes on where it was: what was handed over is not asked for again. */
    private void readSome(Set<String> left, Consumer<Chunk> consumer) {
        database.read(tx -> {
            Result rows = tx.run(READ, Map.of("tenant", database.tenant(), "hashes", List.copyOf(left)));
            while (rows.hasNext()) {
                Chunk chunk = chunk(rows.next());
                left.remove(chunk.hash());
                consumer.accept(chunk);
            }
            return left;
        });
        if (!left.isEmpty()) {
            throw new StoreException(
                    "chunk " + left.iterator().next() + " is not stored at " + database.location(), null);
        }
    }

    private static Chunk chunk(Record row) {
        return new Chunk(
                row.get("hash").asString(),
                row.get("facts").asInt(),
                row.get("bytes").asByteArray());
    }
}
