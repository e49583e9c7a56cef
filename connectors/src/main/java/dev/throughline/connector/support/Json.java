package dev.throughline.connector.support;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.SourceException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

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
     * Reads a document while it passes by, so that memory does not grow with it.
     *
     * @param file the file
     * @param limits how large the file may be
     * @param consumer takes the root, before the rest of the file is known to be sound
     * @throws SourceException also for a {@link WrongShape} that the consumer lets pass
     */
    public static void stream(InputFile file, JsonLimits limits, Consumer<JsonStream> consumer) {
        stream(file, limits, content -> content, consumer);
    }

    /** Reads what something makes of the unpacked content of a file. */
    static void stream(
            InputFile file, JsonLimits limits, UnaryOperator<InputStream> through, Consumer<JsonStream> consumer) {
        try {
            JsonDocument.read(file.open(), file.name(), limits, through, parser -> {
                consumer.accept(new JsonStream(parser, place(file, "")));
                return file;
            });
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
    }

    /**
     * Reads documents that stand one after the other while they pass by, so that memory does not grow with the file.
     *
     * @param file the file
     * @param limits how large the file may be
     * @param consumer takes the roots in order, before the rest of the file is known to be sound. Positions in the second
     *     document start with {@code /1}, as if the file were an array, and so on; those in the first do not, for it mostly
     *     is the only one
     * @throws SourceException also for a {@link WrongShape} that the consumer lets pass
     */
    public static void documents(InputFile file, JsonLimits limits, Consumer<JsonStream> consumer) {
        try {
            JsonDocument.read(file.open(), file.name(), limits, parser -> {
                consumer.accept(new JsonStream(parser, place(file, "")));
                for (int index = 1; parser.nextToken() != null; index++) {
                    consumer.accept(new JsonStream(parser, place(file, "/" + index)));
                }
                return file;
            });
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
    }

    /**
     * Reads what is around an array. Its elements are passed over, and nothing of them is checked.
     *
     * @param file the file
     * @param array name of the array in the root
     * @param limits how large the file may be
     * @return the document, in which the array is empty
     * @throws SourceException also if something else than an object, the array in it, or null is met
     */
    public static Fields around(InputFile file, String array, JsonLimits limits) {
        try {
            return JsonDocument.read(
                    file.open(),
                    file.name(),
                    limits,
                    content -> new WithoutElements(content, array),
                    parser -> new JsonStream(parser, place(file, "")).around(List.of(array), element -> {}));
        } catch (WrongShape e) {
            throw e.in(file.name());
        } catch (SourceException e) { // where it is broken, only the whole file tells
            return passing(file, List.of(array), limits, element -> {});
        }
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
        return elements(file, path, limits, JsonShape.WHOLE, consumer);
    }

    /**
     * Reads an array element by element, and of each element only what is asked for.
     *
     * @param file the file
     * @param path names of the fields that lead from the root to the array; none if the root is the array
     * @param limits how large the file may be
     * @param shape what is read of an element
     * @param consumer takes the elements in order, before the rest of the file is known to be sound
     * @return the document around, in which the array is empty
     * @throws SourceException as above
     */
    public static Fields elements(
            InputFile file, List<String> path, JsonLimits limits, JsonShape shape, Consumer<Fields> consumer) {
        return passing(file, path, limits, element -> consumer.accept(element.read(shape)));
    }

    private static Fields passing(InputFile file, List<String> path, JsonLimits limits, Consumer<JsonStream> consumer) {
        Fields[] around = new Fields[1];
        stream(file, limits, root -> around[0] = root.around(path, consumer));
        return around[0];
    }

    private static Fields place(InputFile file, String pointer) {
        return Fields.at(file.name(), pointer, MissingNode.getInstance());
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
        try (JsonLines lines = JsonLines.open(file, limits)) {
            for (int index = 0; lines.advance(); index++) {
                String pointer = "/" + index;
                Records.one(
                        lines.place(pointer), sink, (place, facts) -> reader.accept(lines.document(pointer), facts));
            }
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
        return JsonLines.has(file, limits);
    }
}
