package dev.throughline.model;

/** Shows text that came from outside: one line, of bounded length, with nothing in it that a terminal would obey. */
public final class Text {
    private static final int SHOWN = 200;

    private Text() {}

    /**
     * A text made safe to show in a message, a log line or on a terminal: control characters, line and paragraph
     * separators and bidirectional controls become visible escapes; more than 200 characters are cut with an ellipsis.
     *
     * @param text any text
     * @return the text, safe to show
     */
    public static String quote(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), SHOWN) + 16);
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (++length > SHOWN) {
                return shown.append('…').toString();
            }
            if (isUnprintable(c)) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }

    /**
     * Whether a text holds a character that must not be shown as it is.
     *
     * @param text any text
     * @return whether any of its characters {@linkplain #isUnprintable(int) is one}
     */
    public static boolean hasUnprintable(String text) {
        return !isPrintableAscii(text) && text.codePoints().anyMatch(Text::isUnprintable);
    }

    /** Nearly all texts are; they are looked through without a branch for each character. */
    private static boolean isPrintableAscii(String text) {
        int signs = 0;
        for (int i = 0; i < text.length(); i++) {
            int c = text.charAt(i);
            signs |= (c - ' ') | ('~' - c);
        }
        return signs >= 0;
    }

    /**
     * Whether a character must not be shown as it is.
     *
     * @param codePoint a Unicode code point
     * @return whether it is a control, a format control (bidirectional controls among them), a surrogate, or a line or
     *     paragraph separator
     */
    public static boolean isUnprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
