package dev.throughline.testing;

import java.util.Collection;

/** Lays out the messages of failures. */
final class Lines {
    private Lines() {}

    /** Each on a line of its own, indented, after a line break; or the word none. */
    static String indented(Collection<?> things) {
        if (things.isEmpty()) {
            return " none";
        }
        StringBuilder text = new StringBuilder();
        things.forEach(thing -> text.append("\n  ").append(thing.toString().replace("\n", "\n  ")));
        return text.toString();
    }
}
