package dev.throughline.connector.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds: {@code data} of Azure Resource Graph, {@code value} of Azure Resource Manager and Microsoft Graph, an
 * array as the command line prints it, {@code resources} of an exported template, or one resource. An array may also hold
 * pages.
 *
 * @param records resources and objects of the directory
 * @param missing why there is more than this; null if there is not
 */
public record ArmAnswer(List<Fields> records, @Nullable String missing) {
    private static final Set<String> NEXT = Set.of("$skipToken", "skip_token", "nextLink", "@odata.nextLink");

    /** Copies the list. */
    public ArmAnswer {
        records = List.copyOf(records);
    }

    /**
     * Takes a document apart.
     *
     * @param document the document
     * @param isRecord whether an object is itself a record
     * @return its records
     * @throws WrongShape if it holds none and is none
     */
    public static ArmAnswer of(Fields document, Predicate<Fields> isRecord) {
        if (document.node().isArray()) {
            return ofArray(document.elements(), isRecord);
        }
        for (String member : List.of("data", "value", "resources")) {
            if (isListed(document, member)) {
                return new ArmAnswer(listed(document.get(member)), missing(document));
            }
        }
        if (isRecord.test(document)) {
            return new ArmAnswer(List.of(document), null);
        }
        throw new WrongShape(
                document.pointer(),
                "neither an answer of Azure Resource Graph, Azure Resource Manager or Microsoft Graph nor a resource");
    }

    /** A resource may have such a member too; then it also has an id, and the member is not what the file is about. */
    private static boolean isListed(Fields document, String member) {
        JsonNode value = document.get(member).node();
        boolean table = member.equals("data") && value.isObject() && value.has("columns");
        return (value.isArray() || table) && !document.has("type");
    }

    /** Elements are resources, or pages that were written one after the other. */
    private static ArmAnswer ofArray(List<Fields> elements, Predicate<Fields> isRecord) {
        List<Fields> records = new ArrayList<>();
        String missing = null;
        for (int i = 0; i < elements.size(); i++) {
            Fields element = elements.get(i);
            boolean isPage = element.node().isObject()
                    && !element.has("id")
                    && (isListed(element, "data") || isListed(element, "value"));
            if (isPage) {
                ArmAnswer page = of(element, isRecord);
                records.addAll(page.records);
                missing = i + 1 < elements.size() ? null : page.missing;
            } else {
                records.add(element);
            }
        }
        return new ArmAnswer(records, missing);
    }

    private static List<Fields> listed(Fields list) {
        return list.node().isArray() ? list.elements() : rows(list);
    }

    /** The older form of Azure Resource Graph, {@code resultFormat: table}. */
    private static List<Fields> rows(Fields table) {
        List<String> columns = table.list("columns").stream()
                .map(column -> column.requiredText("name"))
                .toList();
        List<Fields> rows = new ArrayList<>();
        for (Fields row : table.list("rows")) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            List<Fields> cells = row.elements();
            for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
                object.set(columns.get(i), cells.get(i).node());
            }
            rows.add(Fields.at(row.file(), row.pointer(), object));
        }
        return rows;
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
}
