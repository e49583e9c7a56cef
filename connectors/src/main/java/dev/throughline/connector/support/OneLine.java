package dev.throughline.connector.support;

/** Makes titles of what sources write as descriptions. */
public final class OneLine {
    private static final int LONGEST = 300;

    private OneLine() {}

    /**
     * The first line of a text.
     *
     * @param text any text
     * @return its first line that is not blank, without blanks at its ends, cut with an ellipsis after 300 characters;
     *     empty if there is none
     */
    public static String of(String text) {
        String line = text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
