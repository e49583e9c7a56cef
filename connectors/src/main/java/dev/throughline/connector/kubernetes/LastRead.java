package dev.throughline.connector.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.throughline.connector.support.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made of some members of an object that was read last, for the next one that has the very same. That is asked of
 * nodes, not of what they say: where nodes are made anew for each object, nothing is found, and nothing is lost but time.
 */
final class LastRead<T> {
    private final List<String> members;
    private List<@Nullable JsonNode> nodes = List.of();
    private @Nullable T made;

    /**
     * Starts with nothing.
     *
     * @param members names of the members it is made of
     */
    LastRead(List<String> members) {
        this.members = members;
    }

    /** What was made of the same members; null if they are not the same. */
    @SuppressWarnings("ReferenceEquality") // what is alike is the very same node
    @Nullable
    T of(Fields object) {
        if (made == null) {
            return null;
        }
        JsonNode node = object.node();
        for (int i = 0; i < nodes.size(); i++) {
            if (node.get(members.get(i)) != nodes.get(i)) {
                return null;
            }
        }
        return made;
    }

    /** Keeps what was made of an object. */
    void keep(Fields object, T result) {
        List<@Nullable JsonNode> read = new ArrayList<>(members.size());
        members.forEach(m -> read.add(object.node().get(m)));
        nodes = read;
        made = result;
    }
}
