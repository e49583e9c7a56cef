package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a result says (SARIF 2.1.0 §3.11): a text, or the id of one that the rule has.
 *
 * @param text the text, perhaps with placeholders
 * @param id id of a text of the rule or its component
 * @param arguments what stands for the placeholders
 */
record Message(@Nullable String text, @Nullable String id, List<String> arguments) {
    private static final int LONGEST = 10_000;

    static Message of(Fields message) {
        String text = message.text("text");
        return new Message(
                text == null ? null : cut(text),
                text == null ? message.text("id") : null,
                message.strings("arguments"));
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
