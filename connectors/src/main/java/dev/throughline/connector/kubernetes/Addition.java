package dev.throughline.connector.kubernetes;

import org.jspecify.annotations.Nullable;

/** What an object of a dump adds to those that were read before. */
enum Addition {
    /** No object of its name was there. */
    NEW,
    /** One was there, and said the same. */
    AGAIN,
    /** One was there, and said something else. */
    DIFFERENT;

    /** What an object adds to the one that was known by its name; null if none was. */
    static Addition of(Object object, @Nullable Object known) {
        if (known == null) {
            return NEW;
        }
        return known.equals(object) ? AGAIN : DIFFERENT;
    }
}
