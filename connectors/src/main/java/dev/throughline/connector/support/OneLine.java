package dev.throughline.connector.support;

/** Makes titles of what sources write as descriptions, without the credentials that some repeat there. */
public final class OneLine {
    private static final int LONGEST = 300;

    private OneLine() {}

    /**
     * The first line of a text.
     *
     * @param text any text
     * @return its first line that is not blank, without blanks at its ends, without what {@linkplain Scrubber looks like a
     *     credential}, cut with an ellipsis after 300 characters; empty if there is none
     */
    public static String of(String text) {
        String stripped = text.strip();
        String line = Scrubber.clean(stripped.substring(0, firstEnd(stripped)).stripTrailing());
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static int firstEnd(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}
