package dev.throughline.graph;

import java.util.ArrayList;
import java.util.List;
import org.neo4j.driver.Value;

/**
 * Rows {@code [start, type, ends]}: neighbours with the same start and type share one, so that less is sent and looked up. The
 * ends are what the driver would make of them, which takes it longer where it has to find out what they are.
 */
final class RelationshipRows {
    private final List<Object> rows = new ArrayList<>();
    private List<Value> ends = new ArrayList<>();
    private long start = -1;
    private String type = "";
    private int size;

    void add(long from, String ofType, Value end) {
        if (from != start || !ofType.equals(type)) {
            start = from;
            type = ofType;
            ends = new ArrayList<>();
            rows.add(List.of(from, ofType, ends));
        }
        ends.add(end);
        size++;
    }

    List<Object> rows() {
        return rows;
    }

    /** How many relationships the rows stand for. */
    int size() {
        return size;
    }
}
