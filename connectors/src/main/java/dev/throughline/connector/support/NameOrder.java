package dev.throughline.connector.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which order the members of objects of one kind come, as far as a document showed it. Records repeat that order, and a name
 * that is expected is only compared with what stands there, which takes less than reading it. Not for use by several threads at
 * once.
 */
final class NameOrder {
    /** A document may have more names, which are read each time. */
    private static final int MOST = 256;

    private final JsonNames names;
    private final Map<String, Name> known = new HashMap<>();
    private final Name start = new Name("", -1);

    /**
     * An order that is not known yet.
     *
     * @param names the names that are looked for
     */
    NameOrder(JsonNames names) {
        this.names = names;
    }

    /** The beginning of an object. */
    Name start() {
        return start;
    }

    /** Goes on to the next member; null at the end of the object. */
    @Nullable
    Name after(Name last, JsonParser parser) throws IOException {
        Name expected = last.next;
        if (expected == null) {
            return read(last, parser.nextFieldName());
        }
        if (parser.nextFieldName(expected.text)) {
            return expected;
        }
        return read(last, parser.currentToken() == JsonToken.FIELD_NAME ? parser.currentName() : null);
    }

    private @Nullable Name read(Name last, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Name name = known.get(text);
        if (name == null) {
            int place = names.find(text);
            name = new Name(place < 0 ? text : names.at(place), place);
            if (known.size() == MOST) {
                return name;
            }
            known.put(text, name);
        }
        last.next = name;
        return name;
    }

    /** A name of a member. */
    static final class Name {
        private final SerializedString text;
        private final int place;
        private @Nullable Name next;

        private Name(String text, int place) {
            this.text = new SerializedString(text);
            this.place = place;
        }

        String text() {
            return text.getValue();
        }

        /** Its place among the names that are looked for; -1 if it is none of them. */
        int place() {
            return place;
        }
    }
}
