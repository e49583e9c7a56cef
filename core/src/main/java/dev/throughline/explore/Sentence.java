package dev.throughline.explore;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.AssetKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question: which assets, with which insights, connected to which others.
 *
 * <pre>{@code
 * find(WORKLOAD)
 *     .that(has(INTERNET_EXPOSED))
 *     .that(via(CREATED_FROM).to(find(CONTAINER_IMAGE).as("image")
 *         .that(has(finding().atLeast(Level.HIGH).knownExploited()))
 *         .that(via(BUILT_FROM).to(find(REPOSITORY).as("repository")))))
 * }</pre>
 *
 * <p>Its answer is a table. The first column holds the assets it begins with, and every asset that it connects them to and
 * {@linkplain #as names} has a column too; a row is one way to choose them all. What it connects to without a name need only
 * be there.
 *
 * <p>A tree of values: immutable, comparable by content. {@link #toString()} is the question in English.
 *
 * @param kinds kinds of the assets, in the order of the model; at least one
 * @param conditions what they must fulfil, all of it
 * @param name name of its column; null if it has none, or is the first one and called {@value #FIRST_COLUMN}
 */
@CheckReturnValue
public record Sentence(
        Set<AssetKind> kinds,
        List<Condition> conditions,
        @Nullable String name) {
    /** What the first column is called if it has no other name. */
    public static final String FIRST_COLUMN = "asset";

    /**
     * Checks that the kinds have the attributes it asks for, and that what is named has a place in every row.
     *
     * @throws IllegalArgumentException if there is no kind; if one of the kinds has not an attribute, or not of the type it is
     *     compared with; if two columns have one name; or if something is named within a negation, an alternative or
     *     something without a name
     */
    public Sentence {
        kinds = Sets.immutableEnumSet(kinds);
        conditions = List.copyOf(conditions);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("a sentence that finds no kind of asset");
        }
        Attributes.check(kinds, conditions);
        Columns.check(conditions, name);
    }

    /**
     * Finds assets of some kinds.
     *
     * @param kind a kind
     * @param more further kinds
     * @return a sentence without conditions
     */
    public static Sentence find(AssetKind kind, AssetKind... more) {
        return new Sentence(EnumSet.of(kind, more), List.of(), null);
    }

    /**
     * Finds assets of all kinds of a part of the ontology.
     *
     * @param area a part of the ontology, such as {@link AssetKind.Area#CLOUD}
     * @return a sentence without conditions
     */
    public static Sentence find(AssetKind.Area area) {
        EnumSet<AssetKind> kinds = EnumSet.allOf(AssetKind.class);
        kinds.removeIf(kind -> kind.area() != area);
        return new Sentence(kinds, List.of(), null);
    }

    /**
     * Finds assets of every kind.
     *
     * @return a sentence without conditions
     */
    public static Sentence findAny() {
        return new Sentence(EnumSet.copyOf(Arrays.asList(AssetKind.values())), List.of(), null);
    }

    /**
     * Only assets for which a condition holds.
     *
     * @param condition the condition
     * @return a new sentence
     * @throws IllegalArgumentException as the constructor does
     */
    public Sentence that(Condition condition) {
        return new Sentence(
                kinds,
                ImmutableList.<Condition>builder()
                        .addAll(conditions)
                        .add(condition)
                        .build(),
                name);
    }

    /**
     * Gives the assets a column.
     *
     * @param column name of the column
     * @return a new sentence
     */
    public Sentence as(String column) {
        return new Sentence(kinds, conditions, column);
    }

    /**
     * The names of the columns of its answer: its own, then those of what it is connected to, in the order of the words.
     *
     * @return at least one name
     */
    public List<String> columns() {
        return Columns.of(this).stream().map(Columns.Column::name).toList();
    }

    /** {@return the question in English} */
    @Override
    public String toString() {
        return "Find " + SentenceText.of(this);
    }
}
