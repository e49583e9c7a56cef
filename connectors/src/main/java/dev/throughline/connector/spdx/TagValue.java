package dev.throughline.connector.spdx;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.Content;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a document in tag-value form into the fields that the same document has in JSON, so that both share the
 * code behind.
 */
final class TagValue {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Tags of a package whose values are fields of its object. */
    private static final Map<String, String> FIELDS = Map.of(
            "SPDXID", "SPDXID",
            "PackageVersion", "versionInfo",
            "PackageDownloadLocation", "downloadLocation",
            "PrimaryPackagePurpose", "primaryPackagePurpose");

    /** Tags that begin something else than a package. */
    private static final List<String> OTHERS = List.of("FileName", "SnippetSPDXID", "LicenseID");

    private final String file;
    private final Map<String, Consumer<Fields>> arrays;
    private final ObjectNode document = NODES.objectNode();
    private @Nullable ObjectNode current;
    private int packages;
    private int relationships;
    private boolean inText;

    private TagValue(String file, Map<String, Consumer<Fields>> arrays) {
        this.file = file;
        this.arrays = arrays;
    }

    static Fields read(InputFile file, JsonLimits limits, Map<String, Consumer<Fields>> arrays) {
        TagValue reader = new TagValue(file.name(), arrays);
        Content.lines(file, limits, reader::line);
        reader.end();
        return Fields.of(file.name(), reader.document);
    }

    /** A text of several lines may hold anything, such as lines that look like tags. */
    private void line(String line) {
        int colon = line.indexOf(':');
        if (inText) {
            inText = !line.contains("</text>");
        } else if (colon > 0 && !line.startsWith("#")) {
            String value = line.substring(colon + 1).strip();
            inText = value.startsWith("<text>") && !value.contains("</text>");
            tag(line.substring(0, colon).strip(), value);
        }
    }

    private void tag(String tag, String value) {
        if (tag.equals("PackageName")) {
            end();
            current = NODES.objectNode().put("name", value);
        } else if (OTHERS.contains(tag)) {
            end();
        } else if (tag.equals("Relationship")) {
            relationship(value);
        } else if (tag.equals("SPDXVersion")) {
            document.put("spdxVersion", value);
        } else if (tag.equals("Created")) {
            document.withObject("/creationInfo").put("created", value);
        } else if (current != null) {
            ofPackage(tag, value, current);
        }
    }

    private static void ofPackage(String tag, String value, ObjectNode element) {
        String field = FIELDS.get(tag);
        String[] words = value.split("\\s+", 3);
        if (field != null) {
            element.put(field, value);
        } else if (tag.equals("ExternalRef") && words.length == 3) {
            element.withArray("externalRefs")
                    .addObject()
                    .put("referenceType", words[1])
                    .put("referenceLocator", words[2]);
        } else if (tag.equals("PackageChecksum") && words.length == 2) {
            element.withArray("checksums")
                    .addObject()
                    .put("algorithm", words[0].replace(":", ""))
                    .put("checksumValue", words[1]);
        } else if (tag.equals("PackageAttributionText")) {
            element.withArray("attributionTexts").add(value.replaceAll("</?text>", ""));
        }
    }

    private void relationship(String value) {
        String[] words = value.split("\\s+", -1);
        ObjectNode relationship = NODES.objectNode();
        if (words.length == 3) {
            relationship
                    .put("spdxElementId", words[0])
                    .put("relationshipType", words[1])
                    .put("relatedSpdxElement", words[2]);
        }
        hand("relationships", relationships++, relationship);
    }

    private void end() {
        if (current != null) {
            hand("packages", packages++, current);
            current = null;
        }
    }

    private void hand(String array, int index, ObjectNode element) {
        Objects.requireNonNull(arrays.get(array)).accept(Fields.at(file, "/" + array + "/" + index, element));
    }
}
