package dev.throughline.connector.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object that is read after one that may be like it. Nothing is made as long as both are the same, and
 * where they are to their ends, the earlier object stands for both.
 */
final class AlikeMembers {
    private final @Nullable Node like;

    /** What was read; null as long as that is how the other object begins, or nothing. */
    private @Nullable FewMembers read;

    /** How many members the other object begins with that are the same. */
    private int same;

    /** Where the member that was asked for last stands in the other object; -1 if it does not. */
    private int found = -1;

    /**
     * Starts with no member.
     *
     * @param like the object that may be like it, if it is one
     */
    AlikeMembers(JsonNode like) {
        this.like = like instanceof Node node && !node.members.isMany() ? node : null;
    }

    /** The value of the same member of the other object. They mostly stand in the same order. */
    JsonNode like(String name) {
        if (like == null) {
            return MissingNode.getInstance();
        }
        int next = found + 1;
        int at = like.members.isAt(next, name) ? next : like.members.find(name);
        found = at < 0 ? found : at;
        return at < 0 ? MissingNode.getInstance() : like.members.at(at);
    }

    boolean has(String name) {
        if (read != null) {
            return read.containsKey(name);
        }
        if (like == null) {
            return false;
        }
        int at = like.members.isAt(same, name) ? same : like.members.find(name);
        return at >= 0 && at < same;
    }

    /** Adds a member that is not there yet. */
    @SuppressWarnings("ReferenceEquality") // what is alike is the very same node
    void add(String name, JsonNode value) {
        if (read == null) {
            if (like != null && like.members.isAt(same, name) && like.members.at(same) == value) {
                same++;
                return;
            }
            read = begun();
        }
        read.add(name, value);
    }

    /** The object. */
    ObjectNode node() {
        if (read == null && like != null && same == like.members.size()) {
            return like;
        }
        return new Node(read == null ? begun() : read);
    }

    /** How the other object begins, as far as it is the same. */
    private FewMembers begun() {
        return like == null ? new FewMembers() : like.members.first(same);
    }

    /** An object that tells its members by their places. */
    @SuppressWarnings("unchecked") // a copy of it has a type of its own in Jackson
    private static final class Node extends ObjectNode {
        private static final long serialVersionUID = 1;

        private final transient FewMembers members;

        Node(FewMembers members) {
            super(JsonNodeFactory.instance, members);
            this.members = members;
        }
    }
}
