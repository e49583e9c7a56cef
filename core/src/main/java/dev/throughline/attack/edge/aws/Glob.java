package dev.throughline.attack.edge.aws;

import dev.throughline.model.Wildcards;
import java.util.Arrays;

/**
 * A pattern as policies write it: {@code *} is any characters, {@code ?} is one (IAM JSON policy elements: Resource).
 *
 * @param pattern the pattern
 */
record Glob(String pattern) {
    /** What stands before the first wildcard. */
    String prefix() {
        int end = 0;
        while (end < pattern.length() && pattern.charAt(end) != '*' && pattern.charAt(end) != '?') {
            end++;
        }
        return pattern.substring(0, end);
    }

    /** Whether the pattern is met by a text; {@code *} in the text is a character like any other. */
    boolean matches(String text) {
        return Wildcards.fit(pattern, text);
    }

    /** Whether the pattern is met by any text that begins in a way. */
    boolean matchesSomeThatBegins(String start) {
        boolean[] reached = new boolean[pattern.length() + 1];
        reached[0] = true;
        skipStars(reached);
        for (int t = 0; t < start.length(); t++) {
            boolean[] next = new boolean[pattern.length() + 1];
            for (int p = 0; p < pattern.length(); p++) {
                char c = pattern.charAt(p);
                if (reached[p] && c == '*') {
                    next[p] = true;
                } else if (reached[p] && (c == '?' || c == start.charAt(t))) {
                    next[p + 1] = true;
                }
            }
            skipStars(next);
            reached = next;
        }
        boolean[] none = new boolean[reached.length];
        return !Arrays.equals(reached, none);
    }

    private void skipStars(boolean[] reached) {
        for (int p = 0; p < pattern.length(); p++) {
            reached[p + 1] |= reached[p] && pattern.charAt(p) == '*';
        }
    }
}
