package dev.throughline.graph;

import dev.throughline.store.Projection.ProjectedRelationship;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Relationships that are there. */
final class FoundRelationships {
    private final Map<Position, Found> byPosition = new HashMap<>();
    private final List<Long> surplus = new ArrayList<>();

    private record Position(long from, String type, long to, long discriminator) {}

    /**
     * A relationship that is there.
     *
     * @param number its number in the database
     * @param fingerprint its fingerprint; 0 if it has no properties
     */
    record Found(long number, long fingerprint) {}

    void add(Record ofOneType, LongPredicate isEnd) {
        String type = ofOneType.get("type").asString();
        Value starts = ofOneType.get("starts");
        Value ends = ofOneType.get("ends");
        Value discriminators = ofOneType.get("discriminators");
        Value numbers = ofOneType.get("numbers");
        Value fingerprints = ofOneType.get("fingerprints");
        for (int i = 0; i < numbers.size(); i++) {
            long end = ends.get(i).asLong();
            if (isEnd.test(end)) {
                Position position = new Position(
                        starts.get(i).asLong(), type, end, discriminators.get(i).asLong());
                Found found =
                        new Found(numbers.get(i).asLong(), fingerprints.get(i).asLong());
                if (byPosition.putIfAbsent(position, found) != null) {
                    surplus.add(found.number());
                }
            }
        }
    }

    /** What is there of a relationship, and is then no longer held here; null if nothing is. */
    @Nullable
    Found take(ProjectedRelationship relationship, NodeNumbers numbers) {
        return byPosition.remove(new Position(
                numbers.of(relationship.from()),
                relationship.type(),
                numbers.of(relationship.to()),
                PropertyValues.discriminator(relationship)));
    }

    /** The numbers of those that nobody took. */
    List<Long> rest() {
        List<Long> rest = new ArrayList<>(surplus);
        byPosition.values().forEach(found -> rest.add(found.number()));
        return rest;
    }
}
