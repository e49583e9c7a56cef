package dev.throughline.connector.support;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Compares the string that a parser is at with others, without making a text of it. */
final class ParsedText {
    private ParsedText() {}

    /** Whether the string says the same as a text. */
    static boolean is(String text, JsonParser parser) throws IOException {
        int length = parser.getTextLength();
        if (length != text.length()) {
            return false;
        }
        char[] characters = parser.getTextCharacters();
        int offset = parser.getTextOffset();
        for (int i = 0; i < length; i++) {
            if (characters[offset + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
