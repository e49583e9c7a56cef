package dev.throughline.connector.support;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a JSON object of several large arrays, each element by element, so that memory does not grow with them. */
public final class Sections {
    private Sections() {}

    /**
     * Reads a document. What is neither kept nor one of the arrays is passed over.
     *
     * @param file the file
     * @param limits how large it may be
     * @param arrays takes the elements of arrays, by name of their field, in the order of the document and before the rest of
     *     the file is known to be sound
     * @param kept names of fields that are kept as a whole
     * @return the document with the fields that are kept
     * @throws dev.throughline.fact.SourceException as {@link Json} does, and if the document is no object, or something else
     *     than null stands where an array is expected
     */
    public static Fields read(
            InputFile file, JsonLimits limits, Map<String, Consumer<Fields>> arrays, Set<String> kept) {
        return read(file, limits, arrays, kept, Map.of(), content -> content);
    }

    /**
     * Reads a document as above, but of the elements of some arrays only what is asked for, and takes its digest.
     *
     * @param file the file
     * @param limits how large it may be
     * @param arrays takes the elements of arrays, by name of their field
     * @param kept names of fields that are kept as a whole
     * @param shapes what is read of an element, by name of the array; all of it where an array has none
     * @param digest becomes that of the file; null if nobody asks for it
     * @return the document with the fields that are kept
     * @throws dev.throughline.fact.SourceException as above
     */
    public static Fields read(
            InputFile file,
            JsonLimits limits,
            Map<String, Consumer<Fields>> arrays,
            Set<String> kept,
            Map<String, JsonShape> shapes,
            @Nullable ContentDigest digest) {
        return read(file, limits, arrays, kept, shapes, digest == null ? content -> content : digest::passing);
    }

    private static Fields read(
            InputFile file,
            JsonLimits limits,
            Map<String, Consumer<Fields>> arrays,
            Set<String> kept,
            Map<String, JsonShape> shapes,
            UnaryOperator<InputStream> through) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        Json.stream(
                file,
                limits,
                through,
                root -> root.members((name, value) -> {
                    Consumer<Fields> consumer = arrays.get(name);
                    if (consumer != null) {
                        JsonShape shape = shapes.getOrDefault(name, JsonShape.WHOLE);
                        value.elements(element -> consumer.accept(element.read(shape)));
                    } else if (kept.contains(name)) {
                        document.set(name, value.read().node());
                    }
                }));
        return Fields.of(file.name(), document);
    }
}
