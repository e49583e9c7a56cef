package dev.throughline.connector.support;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which members of objects are taken when a value is read with {@link JsonStream#read(JsonShape)}. What is left out is
 * skipped: no text and no node is made of it, only its syntax and the limits are checked. Reading is faster the more of a
 * document is left out.
 *
 * <p>Objects are told by the name of the member that holds them, wherever it stands; those in an array go by the name of
 * the array; the value that is read has the empty name. Make a shape once, as a constant:
 *
 * <pre>{@code
 * JsonShape POD = new JsonShape(
 *         Map.of("", Set.of("metadata", "spec"), "containers", Set.of("name", "image")),
 *         Map.of("annotations", Set.of("kubectl.kubernetes.io/last-applied-configuration")));
 * }</pre>
 *
 * @param only names of the members that are taken of an object, all others are left out; an object not named here is taken
 *     with all its members, but the shapes of what is below it hold
 * @param without names of members that are left out of an object
 */
public record JsonShape(Map<String, Set<String>> only, Map<String, Set<String>> without) {
    /** Everything is taken. */
    public static final JsonShape WHOLE = new JsonShape(Map.of(), Map.of());

    /** Which members of the object of a name are taken. */
    Members of(String name) {
        Set<String> taken = only.get(name);
        Set<String> leftOut = without.get(name);
        return taken == null && leftOut == null ? Members.ALL : new Members(taken, leftOut);
    }

    /** The members that are taken of one object. */
    record Members(@Nullable Set<String> taken, @Nullable Set<String> leftOut) {
        private static final Members ALL = new Members(null, null);

        boolean has(String name) {
            return (taken == null || taken.contains(name)) && (leftOut == null || !leftOut.contains(name));
        }
    }
}
