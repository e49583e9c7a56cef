package dev.throughline.risk;

import java.util.Locale;

/** How urgent something is, in its context. From most to least urgent. */
public enum Level {
    /** Act at once. */
    CRITICAL,
    /** Act soon. */
    HIGH,
    /** Plan it. */
    MEDIUM,
    /** Know of it. */
    LOW,
    /** Too little is known to say; this is not low. */
    NOT_EVALUATED;

    /**
     * Whether this is at least as urgent as another.
     *
     * @param other a level
     * @return whether it is the same or more urgent
     */
    public boolean isAtLeast(Level other) {
        return compareTo(other) <= 0;
    }

    /**
     * The name as people and JSON see it.
     *
     * @return lower-case, with hyphens
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
