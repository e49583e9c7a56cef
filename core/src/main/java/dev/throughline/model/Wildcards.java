package dev.throughline.model;

/** Patterns in which {@code *} stands for any characters and {@code ?} for one, as policies of clouds write them. */
public final class Wildcards {
    private Wildcards() {}

    /**
     * Whether a text fits a pattern. The case of letters counts. In linear time but for the way back to the last star.
     *
     * @param pattern the pattern
     * @param text the text; a wildcard in it is a character like any other
     * @return whether it fits as a whole
     */
    public static boolean fit(String pattern, String text) {
        int t = 0;
        int p = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            char c = p < pattern.length() ? pattern.charAt(p) : 0;
            if (c == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (c == '?' || c == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
