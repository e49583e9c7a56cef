package dev.throughline.explore;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.explore.Condition.HasProperty;

/**
 * An attribute of an asset, to be compared with something. Where the attribute is unknown, the comparison cannot be told. Of
 * a list, such as tags, any element may fit. Texts are compared with regard to case.
 *
 * @param name name of a component of the asset's record, or {@code key} for the text of its key
 */
@CheckReturnValue
public record Property(String name) {
    /** How an attribute is compared. */
    public enum Comparison {
        /** Equal. */
        IS(""),
        /** The text holds it. */
        CONTAINS("containing "),
        /** The text begins with it. */
        STARTS_WITH("starting with "),
        /** Equal or more; of times, then or later. */
        AT_LEAST("of at least "),
        /** Equal or less; of times, then or earlier. */
        AT_MOST("of at most ");

        private final String words;

        Comparison(String words) {
            this.words = words;
        }

        /** What stands before the value. */
        String words() {
            return words;
        }
    }

    /**
     * It is a value.
     *
     * @param value a String, Boolean, Integer, Long, Double, Instant or constant of an enum, as the attribute is
     * @return the condition
     */
    public Condition is(Object value) {
        return compared(Comparison.IS, value);
    }

    /**
     * It is a text that holds another.
     *
     * @param part the other text
     * @return the condition
     */
    public Condition contains(String part) {
        return compared(Comparison.CONTAINS, part);
    }

    /**
     * It is a text that begins with another.
     *
     * @param start the other text
     * @return the condition
     */
    public Condition startsWith(String start) {
        return compared(Comparison.STARTS_WITH, start);
    }

    /**
     * It is a number or a time, and not less.
     *
     * @param least an Integer, Long, Double or Instant, as the attribute is
     * @return the condition
     */
    public Condition atLeast(Object least) {
        return compared(Comparison.AT_LEAST, least);
    }

    /**
     * It is a number or a time, and not more.
     *
     * @param most an Integer, Long, Double or Instant, as the attribute is
     * @return the condition
     */
    public Condition atMost(Object most) {
        return compared(Comparison.AT_MOST, most);
    }

    private HasProperty compared(Comparison comparison, Object value) {
        return new HasProperty(name, comparison, value instanceof Integer i ? (Object) i.longValue() : value);
    }
}
