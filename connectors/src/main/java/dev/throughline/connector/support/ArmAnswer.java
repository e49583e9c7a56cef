package dev.throughline.connector.support;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads resources and objects of the directory one by one from what a file may hold: {@code data} of Azure Resource Graph,
 * {@code value} of Azure Resource Manager and Microsoft Graph, an array as the command line prints it, {@code resources} of
 * an exported template, or one resource. An array may also hold pages.
 */
public final class ArmAnswer {
    private static final Set<String> LISTS = Set.of("data", "value", "resources");
    private static final Set<String> LISTS_OF_PAGES = Set.of("data", "value");
    private static final Set<String> NEXT = Set.of("$skipToken", "skip_token", "nextLink", "@odata.nextLink");

    private final JsonShape shape;
    private final FactSink sink;
    private final BiConsumer<Fields, FactSink> reader;

    private ArmAnswer(JsonShape shape, FactSink sink, BiConsumer<Fields, FactSink> reader) {
        this.shape = shape;
        this.sink = sink;
        this.reader = reader;
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param limits how large it may be
     * @param shape what is read at least of a record
     * @param isRecord whether a document that holds no list is itself a record
     * @param sink takes facts and rejections
     * @param reader turns a record into facts, see {@link Records#each}
     * @return whether there is more than the file holds, as far as it says so
     * @throws dev.throughline.fact.SourceException as {@link Json} does, and if it holds no records and is none
     */
    public static Completeness read(
            InputFile file,
            JsonLimits limits,
            JsonShape shape,
            Predicate<Fields> isRecord,
            FactSink sink,
            BiConsumer<Fields, FactSink> reader) {
        ArmAnswer answer = new ArmAnswer(shape, sink, reader);
        @Nullable String[] missing = new String[1];
        Json.stream(
                file,
                limits,
                root -> missing[0] = root.isArray() ? answer.elements(root) : answer.document(root, isRecord));
        return missing[0] == null ? Completeness.complete() : Completeness.partial(missing[0]);
    }

    /** Returns why there is more than this; null if there is not. */
    private @Nullable String document(JsonStream root, Predicate<Fields> isRecord) {
        Holder holder = holder(root, LISTS);
        if (holder.isList) {
            return missing(holder.fields);
        }
        if (!isRecord.test(holder.fields)) {
            throw new WrongShape(
                    root.pointer(),
                    "neither an answer of Azure Resource Graph, Azure Resource Manager or Microsoft Graph nor a"
                            + " resource");
        }
        record(holder.fields);
        return null;
    }

    /** Elements are resources, or pages that were written one after the other, of which the last counts. */
    private @Nullable String elements(JsonStream array) {
        @Nullable String[] missing = new String[1];
        array.elements(element -> {
            Holder holder = element.isObject() ? holder(element, LISTS_OF_PAGES) : new Holder(element.read(), false);
            if (!holder.isList) {
                record(holder.fields);
            }
            missing[0] = holder.isList ? missing(holder.fields) : null;
        });
        return missing[0];
    }

    /**
     * Takes an object that may hold records, which are read as they pass by. A resource may have such a list too, but says
     * first which resource it is.
     */
    private Holder holder(JsonStream object, Set<String> lists) {
        ObjectNode around = JsonNodeFactory.instance.objectNode();
        boolean[] isList = {false};
        object.members((name, value) -> {
            boolean isResource = around.hasNonNull("id") || around.hasNonNull("type");
            if (lists.contains(name) && !isResource && value.isArray()) {
                value.elements(element -> record(element.read(shape)));
                isList[0] = true;
            } else if (name.equals("data") && !isResource && value.isObject()) {
                isList[0] |= table(value, around.putObject(name));
            } else {
                around.set(name, value.read().node());
            }
        });
        if (isList[0] && around.hasNonNull("type")) {
            throw new WrongShape(
                    object.pointer() + "/type", "stands behind a list, so it is not known whose list it is");
        }
        return new Holder(object.of(around), isList[0]);
    }

    /** The older form of Azure Resource Graph, {@code resultFormat: table}. Returns whether it is one. */
    private boolean table(JsonStream data, ObjectNode around) {
        List<String> columns = new ArrayList<>();
        data.members((name, value) -> {
            if (name.equals("rows") && around.has("columns")) {
                value.elements(row -> record(row(columns, row.read())));
            } else {
                Fields member = value.read();
                around.set(name, member.node());
                if (name.equals("columns")) {
                    member.elements().forEach(column -> columns.add(column.requiredText("name")));
                }
            }
        });
        if (around.has("rows") && around.has("columns")) {
            throw new WrongShape(data.pointer() + "/rows", "stands before its columns");
        }
        return around.has("columns");
    }

    private static Fields row(List<String> columns, Fields row) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        List<Fields> cells = row.elements();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            object.set(columns.get(i), cells.get(i).node());
        }
        return Fields.at(row.file(), row.pointer(), object);
    }

    private void record(Fields record) {
        Records.one(record, sink, reader);
    }

    private static @Nullable String missing(Fields document) {
        for (String next : NEXT) {
            String token = document.scalar(next);
            if (token != null && !token.isEmpty()) {
                return "more pages follow this one, which ends with " + next;
            }
        }
        // The service writes this boolean as a string.
        return "true".equalsIgnoreCase(document.scalar("resultTruncated"))
                ? "Azure Resource Graph truncated its result; page it by $skipToken, ordered by id"
                : null;
    }

    /**
     * What may hold records.
     *
     * @param fields its members, without the list
     * @param isList whether there was one
     */
    private record Holder(Fields fields, boolean isList) {}
}
