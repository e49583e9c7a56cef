package dev.throughline.connector.facts;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Relation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts as JSON lines that {@link FactsConnector} reads, one after the other as they come, so that memory does not
 * grow with them. The text is ASCII only. For one thread; to be closed, and complete only then.
 *
 * <p>Every method throws {@link UncheckedIOException} if it cannot write.
 */
public final class FactsWriter implements FactSink, AutoCloseable {
    private static final JsonFactory JSON = ((JsonFactoryBuilder) JsonFactory.builder())
            .rootValueSeparator("\n")
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private final JsonGenerator json;

    private FactsWriter(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Begins a file of facts whose reader says which scope they are of.
     *
     * @param out takes the file; it is closed with this
     * @return a writer that has written the first line
     */
    public static FactsWriter to(OutputStream out) {
        return to(out, FactsHeader.PLAIN);
    }

    static FactsWriter to(OutputStream out, FactsHeader header) {
        try {
            FactsWriter writer = new FactsWriter(JSON.createGenerator(out, JsonEncoding.UTF8));
            writer.begin(header);
            return writer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin(FactsHeader header) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FactsHeader.FORMAT);
        json.writeNumberField("version", FactsHeader.VERSION);
        known("scope", header.scope());
        known("partition", header.partition());
        known("incomplete", header.incomplete());
        known("scopeIncomplete", header.scopeIncomplete());
        json.writeEndObject();
    }

    private void known(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    @Override
    public void accept(Asset asset) {
        try {
            json.writeStartObject();
            json.writeStringField("kind", asset.kind().label());
            json.writeStringField("key", asset.key().text());
            json.writeObjectFieldStart("properties");
            AssetKind kind = asset.kind();
            for (int attribute = 0; attribute < kind.attributes().size(); attribute++) {
                Object value = kind.value(asset, attribute);
                if (value != null) {
                    json.writeFieldName(kind.attributes().get(attribute));
                    value(value);
                }
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void value(Object value) throws IOException {
        if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof List<?> texts) {
            json.writeStartArray();
            for (Object text : texts) {
                json.writeString((String) text);
            }
            json.writeEndArray();
        } else if (value instanceof Enum<?> constant) {
            json.writeString(constant.name());
        } else {
            json.writeString(value.toString()); // text, or a time in the form of RFC 3339
        }
    }

    @Override
    public void accept(Relation relation) {
        try {
            json.writeStartObject();
            json.writeStringField("type", relation.type().name());
            json.writeStringField("from", relation.from().text());
            json.writeStringField("to", relation.to().text());
            if (!relation.properties().isEmpty()) {
                json.writeObjectFieldStart("properties");
                for (Map.Entry<String, String> property : relation.properties().entrySet()) {
                    json.writeStringField(property.getKey(), property.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@inheritDoc} It is not a fact, so nothing is written. */
    @Override
    public void reject(Rejection rejection) {}

    @Override
    public void close() {
        try (json) {
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
