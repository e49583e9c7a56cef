package dev.throughline.graph;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import dev.throughline.model.Scope;
import dev.throughline.store.PartitionState;
import dev.throughline.store.Snapshot;
import dev.throughline.store.StoreException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Value;

/**
 * A snapshot as the properties of a {@code Run}. What there is of each partition stands at the same place of several
 * lists; the few that are stale are named in a list of their own.
 */
final class RunRow {
    private static final int FORMAT = 1;

    private RunRow() {}

    static Map<String, Object> of(Snapshot snapshot, String tenant, long number, String commitId) {
        List<PartitionState> partitions = snapshot.partitions();
        List<PartitionState> stale =
                partitions.stream().filter(p -> p.staleBecause() != null).toList();
        Map<String, Object> row = new HashMap<>();
        row.put("tenant", tenant);
        row.put("scope", snapshot.scope().toString());
        row.put("number", number);
        row.put("commitId", commitId);
        row.put("formatVersion", FORMAT);
        row.put("listingIncompleteBecause", snapshot.listingIncompleteBecause());
        row.put("partitionNames", partitions.stream().map(PartitionState::name).toList());
        row.put(
                "partitionChunks",
                partitions.stream().map(p -> Joiner.on(' ').join(p.chunks())).toList());
        row.put("partitionFacts", partitions.stream().map(PartitionState::facts).toList());
        row.put(
                "partitionObservedAt",
                partitions.stream()
                        .map(p -> p.observedAt().atZone(ZoneOffset.UTC))
                        .toList());
        row.put("stalePartitions", stale.stream().map(PartitionState::name).toList());
        row.put("staleReasons", stale.stream().map(PartitionState::staleBecause).toList());
        return row;
    }

    static Snapshot snapshot(Value row) {
        if (row.get("formatVersion").asInt() > FORMAT) {
            throw new StoreException(
                    "run " + row.get("number") + " of " + row.get("scope") + " was written by a newer Throughline",
                    null);
        }
        return new Snapshot(
                Scope.parse(row.get("scope").asString()),
                row.get("number").asLong(),
                partitions(row),
                row.get("listingIncompleteBecause").asString(null),
                instant(row.get("committedAt")));
    }

    private static List<PartitionState> partitions(Value row) {
        Map<String, String> stale = new HashMap<>();
        List<String> reasons = row.get("staleReasons").asList(Value::asString);
        for (String name : row.get("stalePartitions").asList(Value::asString)) {
            stale.put(name, reasons.get(stale.size()));
        }
        List<PartitionState> partitions = new ArrayList<>();
        for (int i = 0; i < row.get("partitionNames").size(); i++) {
            String name = row.get("partitionNames").get(i).asString();
            String chunks = row.get("partitionChunks").get(i).asString();
            partitions.add(new PartitionState(
                    name,
                    Splitter.on(' ').omitEmptyStrings().splitToList(chunks),
                    row.get("partitionFacts").get(i).asLong(),
                    instant(row.get("partitionObservedAt").get(i)),
                    stale.get(name)));
        }
        return partitions;
    }

    static Instant instant(Value value) {
        return value.asZonedDateTime().toInstant();
    }
}
