package dev.throughline.connector.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.Sets;
import java.io.IOException;
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
    private static final Members ALL = new Members(null, null, null);

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
        this(only, without, Map.of());
    }

    /**
     * A shape that leaves out objects too.
     *
     * @param only as above
     * @param without as above
     * @param where which objects are taken, by their name; for others stands null. They are among {@code only}
     * @throws IllegalArgumentException as above
     */
    public JsonShape(Map<String, Set<String>> only, Map<String, Set<String>> without, Map<String, Where> where) {
        only.forEach((name, taken) -> {
            Set<String> leftOut = without.getOrDefault(name, Set.of());
            members.put(name, new Members(names(Sets.difference(taken, leftOut)), null, where.get(name)));
        });
        without.forEach((name, leftOut) -> members.putIfAbsent(name, new Members(null, names(leftOut), null)));
        int number = 0;
        for (Members some : members.values()) {
            some.below(this, number++);
        }
        root = of("");
    }

    /**
     * Which objects are taken: those of which a member has one of some texts, is no text, or is missing.
     *
     * @param member name of the member
     * @param texts the texts
     */
    public record Where(String member, Set<String> texts) {
        /** Copies the texts. */
        public Where {
            texts = Set.copyOf(texts);
        }

        /** Makes no text of what is none of these. */
        boolean takes(JsonParser parser) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return true;
            }
            for (String text : texts) {
                if (ParsedText.is(text, parser)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static JsonNames names(Set<String> names) {
        return JsonNames.of(names.toArray(new String[0]));
    }

    /** Which members of the object of a name are taken. */
    Members of(String name) {
        return members.isEmpty() ? ALL : members.getOrDefault(name, ALL);
    }

    /** How many objects it names. */
    int size() {
        return members.size();
    }

    /** Which members are taken of the value that is read. */
    Members root() {
        return root;
    }

    /** The members that are taken of one object: some, or all but some, or all. */
    static final class Members {
        private final @Nullable JsonNames taken;
        private final @Nullable JsonNames leftOut;
        private final @Nullable Where where;

        /** The place of the name of the member that tells whether the object is taken; -1 if none does. */
        private final int telling;

        private Members[] below = {};
        private int number;

        private Members(@Nullable JsonNames taken, @Nullable JsonNames leftOut, @Nullable Where where) {
            this.taken = taken;
            this.leftOut = leftOut;
            this.where = where;
            this.telling = taken == null || where == null ? -1 : taken.find(where.member());
        }

        /** Looks up what is taken of the members, which is not to be done for each record. */
        private void below(JsonShape shape, int own) {
            number = own;
            below = taken == null ? below : taken.each(shape::of).toArray(Members[]::new);
        }

        /** Its number in the shape. */
        int number() {
            return number;
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

        /** Whether the object is taken, as far as its member at a place tells, at whose value the parser is. */
        boolean takes(int place, JsonParser parser) throws IOException {
            return place != telling || where == null || where.takes(parser);
        }

        boolean leavesOut(String name) {
            return leftOut != null && leftOut.find(name) >= 0;
        }
    }
}
