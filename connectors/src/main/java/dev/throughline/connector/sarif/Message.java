package dev.throughline.connector.sarif;

import dev.throughline.connector.support.JsonCursor;
import dev.throughline.connector.support.JsonNames;
import java.util.ArrayList;
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
    static final Message NONE = new Message(null, null, List.of());

    private static final JsonNames NAMES = JsonNames.of("text", "id", "arguments");
    private static final int LONGEST = 10_000;

    static Message of(JsonCursor message) {
        String text = null;
        String id = null;
        List<String> arguments = List.of();
        for (String name = message.first(NAMES); name != null; name = message.next()) {
            switch (name) {
                case "text" -> text = message.text();
                case "id" -> id = message.text();
                default -> arguments = arguments(message);
            }
        }
        return new Message(text == null ? null : cut(text), text == null ? id : null, arguments);
    }

    private static List<String> arguments(JsonCursor array) {
        List<String> arguments = new ArrayList<>();
        for (boolean more = array.firstElement(); more; more = array.nextElement()) {
            arguments.add(array.requiredText());
        }
        return arguments.isEmpty() ? List.of() : arguments;
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
