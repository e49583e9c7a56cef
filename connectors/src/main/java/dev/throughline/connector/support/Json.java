package dev.throughline.connector.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Reads JSON (RFC 8259) in UTF-8, UTF-16 or UTF-32, with or without a byte order mark, packed with gzip or not.
 *
 * <p>Every method throws {@link SourceException} for what is empty, is not JSON, goes on after its end, names a field
 * twice or is beyond a limit. Its position is {@code line:column}, counted from 1; its cause quotes nothing of the
 * document.
 */
public final class Json {
    private Json() {}

    /**
     * Reads a document.
     *
     * @param file the file
     * @param limits how large it may be
     * @return its root
     */
    public static Fields read(InputFile file, JsonLimits limits) {
        return document(file.open(), file.name(), limits);
    }

    /**
     * Reads a document that was inside another.
     *
     * @param content the document
     * @param name how it is called in messages
     * @param limits how large it may be
     * @return its root
     */
    public static Fields parse(byte[] content, String name, JsonLimits limits) {
        return document(new ByteArrayInputStream(content), name, limits);
    }

    /**
     * Reads a document that was inside another.
     *
     * @param content the document
     * @param name how it is called in messages
     * @param limits how large it may be
     * @return its root
     */
    public static Fields parse(String content, String name, JsonLimits limits) {
        return parse(content.getBytes(StandardCharsets.UTF_8), name, limits);
    }

    private static Fields document(InputStream content, String name, JsonLimits limits) {
        return JsonDocument.read(content, name, limits, parser -> Fields.of(name, JsonDocument.tree(parser)));
    }

    /**
     * Reads an array element by element, so that memory does not grow with it.
     *
     * @param file the file
     * @param path names of the fields that lead from the root to the array; none if the root is the array
     * @param limits how large the file may be
     * @param consumer takes the elements in order, before the rest of the file is known to be sound
     * @return the document around, in which the array is empty
     * @throws SourceException also if something else than objects, the array at the end, or null is met on the path
     */
    public static Fields elements(InputFile file, List<String> path, JsonLimits limits, Consumer<Fields> consumer) {
        return JsonDocument.read(file.open(), file.name(), limits, parser -> {
            Fields root = Fields.of(file.name(), JsonNodeFactory.instance.missingNode());
            return Fields.of(file.name(), around(parser, path, root, consumer));
        });
    }

    private static JsonNode around(JsonParser parser, List<String> path, Fields here, Consumer<Fields> consumer)
            throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (path.isEmpty()) {
            return array(parser, here, consumer);
        }
        JsonDocument.expect(parser, JsonToken.START_OBJECT, "an object");
        ObjectNode around = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            around.set(
                    name,
                    name.equals(path.get(0))
                            ? around(parser, path.subList(1, path.size()), here.get(name), consumer)
                            : JsonDocument.tree(parser));
        }
        return around;
    }

    private static ArrayNode array(JsonParser parser, Fields here, Consumer<Fields> consumer) throws IOException {
        JsonDocument.expect(parser, JsonToken.START_ARRAY, "an array");
        for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
            consumer.accept(Fields.at(here.file(), here.pointer() + "/" + index, JsonDocument.tree(parser)));
        }
        return JsonNodeFactory.instance.arrayNode();
    }

    /**
     * Reads JSON lines (<a href="https://jsonlines.org">jsonlines.org</a>): a document in each line. A line that cannot be
     * read is rejected, the others go on. Positions start with the index of the line, as if the lines were an array.
     *
     * @param file the file
     * @param limits how large the file may be
     * @param sink takes facts and rejections
     * @param reader turns a document into facts, see {@link Records#each}
     */
    public static void lines(InputFile file, JsonLimits limits, FactSink sink, BiConsumer<Fields, FactSink> reader) {
        try (InputStream raw = file.open();
                InputStream in = BoundedInputStream.over(raw, limits)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int index = 0;
            int next;
            do {
                next = in.read();
                if (next >= 0 && next != '\n') {
                    line.write(next);
                } else if (!line.toString(StandardCharsets.UTF_8).isBlank()) {
                    line(line.toByteArray(), file.name(), index++, limits, sink, reader);
                    line.reset();
                }
            } while (next >= 0);
        } catch (IOException e) {
            throw new SourceException(new Rejection(file.name(), "", JsonDocument.cause(e)), null);
        }
    }

    /**
     * Whether a file holds JSON lines of objects rather than one document: its second line begins with a brace, as no line
     * within an object that is printed over several does.
     *
     * @param file the file
     * @param limits how large it may be
     * @return whether it does
     */
    public static boolean isLines(InputFile file, JsonLimits limits) {
        try (InputStream raw = file.open();
                InputStream in = BoundedInputStream.over(raw, limits)) {
            int first = in.read();
            for (int next = first; first == '{' && next >= 0; next = in.read()) {
                if (next == '\n') {
                    return in.read() == '{';
                }
            }
            return false;
        } catch (IOException e) {
            throw new SourceException(new Rejection(file.name(), "", JsonDocument.cause(e)), null);
        }
    }

    private static void line(
            byte[] line,
            String name,
            int index,
            JsonLimits limits,
            FactSink sink,
            BiConsumer<Fields, FactSink> reader) {
        Fields document;
        try {
            document =
                    JsonDocument.parse(line, limits, parser -> Fields.at(name, "/" + index, JsonDocument.tree(parser)));
        } catch (IOException e) {
            sink.reject(new Rejection(name, "/" + index, JsonDocument.cause(e)));
            return;
        }
        Records.one(document, sink, reader);
    }
}
