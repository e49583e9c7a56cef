package dev.throughline.connector.cyclonedx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Xml;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the elements of a BOM in XML into the fields that the same BOM has in JSON, so that both share the code behind.
 * Elements and attributes that nobody asks for are passed over.
 */
final class XmlBom {
    private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Elements that hold a list of others. */
    private static final Set<String> LISTS = Set.of(
            "components", "properties", "externalReferences", "references", "ratings", "cwes", "affects", "versions");

    private static final Set<String> NUMBERS = Set.of("score", "cwe");

    /** Elements with further elements or attributes. */
    private static final Set<String> OBJECTS = Set.of(
            "metadata",
            "component",
            "property",
            "reference",
            "vulnerability",
            "source",
            "rating",
            "analysis",
            "target",
            "supplier",
            "manufacturer",
            "dependency");

    private static final Set<String> TEXTS = Set.of(
            "timestamp",
            "name",
            "purl",
            "url",
            "ref",
            "id",
            "severity",
            "method",
            "vector",
            "description",
            "state",
            "justification",
            "detail",
            "status",
            "range",
            "firstIssued",
            "lastUpdated",
            "score",
            "cwe");

    private static final Set<String> ATTRIBUTES = Set.of("bom-ref", "type", "name", "ref");

    private final XMLStreamReader reader;
    private final String file;

    private String namespace = "";

    private XmlBom(XMLStreamReader reader, String file) {
        this.reader = reader;
        this.file = file;
    }

    static Fields read(InputFile file, JsonLimits limits, Map<String, Consumer<Fields>> arrays, Set<String> kept) {
        return Xml.read(file, limits, reader -> new XmlBom(reader, file.name()).bom(arrays, kept));
    }

    private Fields bom(Map<String, Consumer<Fields>> arrays, Set<String> kept) throws XMLStreamException {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
            // what may stand before the root, such as a comment, says nothing
        }
        namespace = String.valueOf(reader.getNamespaceURI());
        ObjectNode bom = NODES.objectNode();
        if (reader.getLocalName().equals("bom") && namespace.startsWith(NAMESPACE)) {
            bom.put("bomFormat", "CycloneDX").put("specVersion", namespace.substring(NAMESPACE.length()));
        }
        bom.put("serialNumber", reader.getAttributeValue(null, "serialNumber"));
        bom.put("version", reader.getAttributeValue(null, "version"));
        while (child()) {
            String name = reader.getLocalName();
            Consumer<Fields> consumer = arrays.get(name);
            if (consumer != null) {
                for (int index = 0; child(); index++) {
                    consumer.accept(Fields.at(file, "/" + name + "/" + index, value()));
                }
            } else if (kept.contains(name)) {
                add(bom, name, value());
            } else {
                skip();
            }
        }
        while (reader.hasNext()) {
            reader.next();
        }
        return Fields.of(file, bom);
    }

    /** Moves on to the next element of the format within the current one; at its end there is none. */
    private boolean child() throws XMLStreamException {
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && namespace.equals(reader.getNamespaceURI())) {
                return true;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                skip(); // an extension
            }
        }
        return false;
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private JsonNode value() throws XMLStreamException {
        String name = reader.getLocalName();
        if (LISTS.contains(name)) {
            ArrayNode list = NODES.arrayNode();
            while (child()) {
                list.add(value());
            }
            return list;
        }
        // an element "version" is a text, but for those of "versions", which have elements within
        return OBJECTS.contains(name) || name.equals("version") ? object(name) : scalar(name, text());
    }

    private JsonNode object(String name) throws XMLStreamException {
        ObjectNode object = NODES.objectNode();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (ATTRIBUTES.contains(reader.getAttributeLocalName(i))) {
                object.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                member(object, name);
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        if (name.equals("property")) {
            object.put("value", text.toString());
        }
        return name.equals("version") && object.isEmpty()
                ? NODES.textNode(text.toString().strip())
                : object;
    }

    private void member(ObjectNode object, String within) throws XMLStreamException {
        String name = reader.getLocalName();
        if (name.equals("dependency") && within.equals("dependency")) {
            object.withArray("dependsOn").add(value().path("ref"));
        } else if (!namespace.equals(reader.getNamespaceURI())) {
            skip();
        } else if (LISTS.contains(name) || OBJECTS.contains(name) || TEXTS.contains(name) || name.equals("version")) {
            add(object, name, value());
        } else {
            skip();
        }
    }

    private void add(ObjectNode object, String name, JsonNode value) throws XMLStreamException {
        if (object.has(name) && name.equals("url")) {
            return; // an organization has several; only that of a reference counts, which has one
        }
        if (object.has(name)) {
            throw Xml.refused("an element stands twice where one is expected", reader);
        }
        object.set(name, value);
    }

    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                skip();
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        return text.toString().strip();
    }

    private static JsonNode scalar(String name, String text) {
        if (NUMBERS.contains(name)) {
            try {
                return NODES.numberNode(new BigDecimal(text));
            } catch (NumberFormatException e) {
                return NODES.textNode(text); // refused where it is read, with its place
            }
        }
        return NODES.textNode(text);
    }
}
