package dev.throughline.connector.sarif;

import dev.throughline.connector.support.JsonCursor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stays the same of a result when its line moves (SARIF 2.1.0 §3.27.16, §3.27.17): the hash that platforms compare; else the
 * first that the tool says is one, by a name such as {@code matchBasedId/v1}.
 */
final class LineHash {
    private static final String COMPARED = "primaryLocationLineHash";

    private @Nullable String compared;
    private @Nullable String full;
    private @Nullable String partial;

    /** Reads {@code fingerprints}. */
    void full(JsonCursor fingerprints) {
        full = first(fingerprints, false);
    }

    /** Reads {@code partialFingerprints}. */
    void partial(JsonCursor fingerprints) {
        partial = first(fingerprints, true);
    }

    /** The first in the alphabet of those that are hashes. */
    private @Nullable String first(JsonCursor fingerprints, boolean isPartial) {
        String first = null;
        String hash = null;
        for (String name = fingerprints.firstOfAny(); name != null; name = fingerprints.nextOfAny()) {
            if (isPartial && name.equals(COMPARED)) {
                compared = fingerprints.text();
            } else if ((first == null || name.compareTo(first) < 0) && isHash(name)) {
                String text = fingerprints.isScalar() ? fingerprints.scalar() : null;
                // Semgrep writes the sentence "requires login" where nobody signed in.
                if (text != null && !text.isEmpty() && text.indexOf(' ') < 0) {
                    first = name;
                    hash = text;
                }
            }
        }
        return first == null ? null : first + " " + hash;
    }

    private static boolean isHash(String name) {
        return name.contains("/v") || name.toLowerCase(Locale.ROOT).contains("hash");
    }

    @Nullable
    String text() {
        if (compared != null) {
            return compared;
        }
        return full == null ? partial : full;
    }
}
