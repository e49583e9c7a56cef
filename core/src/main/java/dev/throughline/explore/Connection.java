package dev.throughline.explore;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.RelationType;
import dev.throughline.model.Text;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way from one asset to another: one relation, or several in a row, of some types and in one direction. Immutable.
 *
 * @param types names of {@link RelationType}s and {@link DerivedRelation}s; each relation on the way is of any of them
 * @param hops the most relations in a row, 1 to {@value #MOST_HOPS}
 */
@CheckReturnValue
public record Connection(Set<String> types, int hops) {
    /** The most relations in a row: more lead from everything to everything. */
    public static final int MOST_HOPS = 8;

    private static final ImmutableSet<String> KNOWN = Stream.<Enum<?>[]>of(
                    RelationType.values(), DerivedRelation.values())
            .flatMap(Arrays::stream)
            .map(Enum::name)
            .collect(ImmutableSet.toImmutableSet());

    /**
     * Checks the types and the length.
     *
     * @throws IllegalArgumentException if there is no type, one is unknown, or the length is not allowed
     */
    public Connection {
        types = ImmutableSet.copyOf(types);
        if (types.isEmpty() || !KNOWN.containsAll(types)) {
            throw new IllegalArgumentException(
                    "'" + Text.quote(String.join(", ", types)) + "' are not types of relations");
        }
        if (hops < 1 || hops > MOST_HOPS) {
            throw new IllegalArgumentException("a connection has 1 to " + MOST_HOPS + " relations, not " + hops);
        }
    }

    static Connection of(Collection<? extends Enum<?>> types) {
        return new Connection(types.stream().map(Enum::name).collect(Collectors.toSet()), 1);
    }

    /**
     * The same, over several relations in a row.
     *
     * @param most the most relations, 1 to {@value #MOST_HOPS}
     * @return a new connection
     */
    public Connection within(int most) {
        return new Connection(types, most);
    }

    /**
     * Leads to an asset, along the relations.
     *
     * @param target what it leads to
     * @return the condition
     */
    public Condition to(Sentence target) {
        return new Condition.Connected(this, true, target);
    }

    /**
     * Comes from an asset, against the relations.
     *
     * @param source what it comes from
     * @return the condition
     */
    public Condition from(Sentence source) {
        return new Condition.Connected(this, false, source);
    }
}
