package dev.throughline.connector.support;

import com.google.common.collect.Sets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which members of objects are taken when a value is read with {@link JsonStream#read(JsonShape)}. What is left out is
 * skipped: no text and no node is made of it, only its syntax and the limits are checked. Reading is faster the more of a
 * document is left out.
 *
 * <p>Objects are told by the name of the member that holds them, wherever it stands; those in an array go by the name of
 * the array; the value that is read has the empty name. Immutable; make a shape once, as a constant:
 *
 * <pre>{@code
 * JsonShape POD = new JsonShape(
 *         Map.of("", Set.of("metadata", "spec"), "containers", Set.of("name", "image")),
 *         Map.of("annotations", Set.of("kubectl.kubernetes.io/last-applied-configuration")));
 * }</pre>
 */
public final class JsonShape {
    private static final Members ALL = new Members(null, null);

    /** Everything is taken. */
    public static final JsonShape WHOLE = new JsonShape(Map.of(), Map.of());

    private final Map<String, Members> members = new HashMap<>();
    private final Members root;

    /**
     * A shape.
     *
     * @param only names of the members that are taken of an object, one to 31, by the name of the object; all others are left
     *     out. An object not named here is taken with all its members, but the shapes of what is below it hold
     * @param without names of members that are left out of an object, one to 31
     * @throws IllegalArgumentException if there are more names for an object
     */
    public JsonShape(Map<String, Set<String>> only, Map<String, Set<String>> without) {
        only.forEach((name, taken) -> {
            Set<String> leftOut = without.getOrDefault(name, Set.of());
            members.put(name, new Members(names(Sets.difference(taken, leftOut)), null));
        });
        without.forEach((name, leftOut) -> members.putIfAbsent(name, new Members(null, names(leftOut))));
        members.values().forEach(some -> some.below(this));
        root = of("");
    }

    private static JsonNames names(Set<String> names) {
        return JsonNames.of(names.toArray(new String[0]));
    }

    /** Which members of the object of a name are taken. */
    Members of(String name) {
        return members.isEmpty() ? ALL : members.getOrDefault(name, ALL);
    }

    /** Which members are taken of the value that is read. */
    Members root() {
        return root;
    }

    /** The members that are taken of one object: some, or all but some, or all. */
    static final class Members {
        private final @Nullable JsonNames taken;
        private final @Nullable JsonNames leftOut;
        private Members[] below = {};

        private Members(@Nullable JsonNames taken, @Nullable JsonNames leftOut) {
            this.taken = taken;
            this.leftOut = leftOut;
        }

        /** Looks up what is taken of the members, which is not to be done for each record. */
        private void below(JsonShape shape) {
            below = taken == null ? below : taken.each(shape::of).toArray(Members[]::new);
        }

        /** The names of those that are taken, if only some are. */
        @Nullable
        JsonNames taken() {
            return taken;
        }

        /** Which members are taken of the one whose name is at a place of those that are taken. */
        Members at(int place) {
            return below[place];
        }

        boolean leavesOut(String name) {
            return leftOut != null && leftOut.find(name) >= 0;
        }
    }
}
