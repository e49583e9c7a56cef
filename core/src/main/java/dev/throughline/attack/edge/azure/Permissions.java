package dev.throughline.attack.edge.azure;

import dev.throughline.model.Wildcards;
import java.util.List;
import java.util.Locale;

/**
 * What a role lets its holder do: actions with {@code *} as a wildcard, {@code !} before those that are excluded, {@code data:}
 * before those on data (Azure, <em>Understand Azure role definitions</em>). Compared without regard to case.
 */
record Permissions(List<String> patterns) {
    private static final String DATA = "data:";

    /** Whether it allows an action. One on data is only allowed by a pattern for data. */
    boolean allow(String action) {
        String wanted = action.toLowerCase(Locale.ROOT);
        boolean allowed = false;
        for (String pattern : patterns) {
            boolean excludes = pattern.startsWith("!");
            String text = (excludes ? pattern.substring(1) : pattern).toLowerCase(Locale.ROOT);
            if (text.startsWith(DATA) == wanted.startsWith(DATA) && Wildcards.fit(text, wanted)) {
                if (excludes) {
                    return false;
                }
                allowed = true;
            }
        }
        return allowed;
    }
}
