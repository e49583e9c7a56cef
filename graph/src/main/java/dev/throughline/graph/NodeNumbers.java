package dev.throughline.graph;

import com.google.common.hash.Hashing;
import dev.throughline.model.Text;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers that nodes have in the database, by their ids. Numbers are reused once a node is gone, so they are good for
 * one publish and are checked wherever they are used.
 */
final class NodeNumbers {
    /** More than the longest key in ASCII, less than the 8 KB an index entry may have. */
    private static final int INDEXED_BYTES = 6_000;

    private final Map<String, Long> numbers = new ConcurrentHashMap<>();

    /** The form an id is stored in. An index refuses very long texts, and one hostile name must not stop a publish. */
    static String indexable(String id) {
        // No character takes more than three bytes, or a pair of them four.
        if (id.length() * 3 <= INDEXED_BYTES || id.getBytes(StandardCharsets.UTF_8).length <= INDEXED_BYTES) {
            return id;
        }
        return "sha256:" + Hashing.sha256().hashString(id, StandardCharsets.UTF_8);
    }

    void put(String indexableId, long number) {
        numbers.put(indexableId, number);
    }

    /**
     * The number of a node.
     *
     * @throws IllegalArgumentException if there is none
     */
    long of(String id) {
        Long number = numbers.get(indexable(id));
        if (number == null) {
            throw new IllegalArgumentException(
                    "a relationship starts or ends at '" + Text.quote(id) + "', which is no node of the projection");
        }
        return number;
    }

    boolean has(String id) {
        return numbers.containsKey(indexable(id));
    }
}
