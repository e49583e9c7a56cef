package dev.throughline.graph;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.base.Strings;
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
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;

/**
 * A snapshot as the properties of a {@code Run}. What there is of each partition stands at the same place of several
 * lists; the few that are stale, or have a reading held back, are named in lists of their own.
 */
final class RunRow {
    private static final int FORMAT = 2;

    private RunRow() {}

    static Map<String, Object> of(Snapshot snapshot, String tenant, long number, String commitId) {
        List<PartitionState> partitions = snapshot.partitions();
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
        row.put(
                "partitionReadings",
                partitions.stream()
                        .map(p -> Objects.requireNonNullElse(p.reading(), ""))
                        .toList());
        putFew(row, partitions, "stalePartitions", "staleReasons", PartitionState::staleBecause);
        putFew(row, partitions, "heldPartitions", "heldReadings", PartitionState::heldReading);
        return row;
    }

    private static void putFew(
            Map<String, Object> row,
            List<PartitionState> partitions,
            String names,
            String values,
            Function<PartitionState, @Nullable String> value) {
        List<PartitionState> few =
                partitions.stream().filter(p -> value.apply(p) != null).toList();
        row.put(names, few.stream().map(PartitionState::name).toList());
        row.put(values, few.stream().map(value).toList());
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
        Map<String, String> stale = few(row, "stalePartitions", "staleReasons");
        Map<String, String> held = few(row, "heldPartitions", "heldReadings");
        List<String> readings = row.get("partitionReadings").asList(Value::asString, List.of()); // none in format 1
        List<PartitionState> partitions = new ArrayList<>();
        for (int i = 0; i < row.get("partitionNames").size(); i++) {
            String name = row.get("partitionNames").get(i).asString();
            partitions.add(new PartitionState(
                    name,
                    hashes(row.get("partitionChunks").get(i).asString()),
                    row.get("partitionFacts").get(i).asLong(),
                    instant(row.get("partitionObservedAt").get(i)),
                    stale.get(name),
                    readings.isEmpty() ? null : Strings.emptyToNull(readings.get(i)),
                    held.get(name)));
        }
        return partitions;
    }

    private static Map<String, String> few(Value row, String names, String values) {
        Map<String, String> few = new HashMap<>();
        List<String> texts = row.get(values).asList(Value::asString, List.of());
        for (String name : row.get(names).asList(Value::asString, List.of())) {
            few.put(name, texts.get(few.size()));
        }
        return few;
    }

    /** The chunks of one partition. */
    static List<String> hashes(String chunks) {
        return Splitter.on(' ').omitEmptyStrings().splitToList(chunks);
    }

    static Instant instant(Value value) {
        return value.asZonedDateTime().toInstant();
    }
}
