package dev.throughline.connector.kubernetes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Objects of a namespace as JSON for a temporary file. What pods share is written where it comes first, then by its number. */
final class NamespaceCodec {
    private static final JsonMapper OF_PARTS = mapper().build();
    private static final JsonMapper MAPPER = mapper().addModule(new SimpleModule()
                    .addSerializer(PodSpec.class, new SpecWriter())
                    .addDeserializer(PodSpec.class, new SpecReader()))
            .build();

    private NamespaceCodec() {}

    private static JsonMapper.Builder mapper() {
        return JsonMapper.builder()
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .defaultPropertyInclusion(JsonInclude.Value.empty().withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new SimpleModule()
                        .addSerializer(ImageId.class, ToStringSerializer.instance)
                        .addDeserializer(ImageId.class, new ImageIdReader()));
    }

    static byte[] write(NamespaceObjects objects) throws IOException {
        return MAPPER.writer()
                .withAttribute(SpecWriter.class, new IdentityHashMap<>())
                .writeValueAsBytes(objects);
    }

    static NamespaceObjects read(InputStream in) throws IOException {
        return MAPPER.readerFor(NamespaceObjects.class)
                .withAttribute(SpecReader.class, new ArrayList<>())
                .readValue(in);
    }

    private static final class SpecWriter extends JsonSerializer<PodSpec> {
        @Override
        @SuppressWarnings("unchecked") // set above
        public void serialize(PodSpec spec, JsonGenerator out, SerializerProvider context) throws IOException {
            Map<PodSpec, Integer> written = (Map<PodSpec, Integer>) context.getAttribute(SpecWriter.class);
            Integer number = written.putIfAbsent(spec, written.size());
            if (number == null) {
                OF_PARTS.writeValue(out, spec);
            } else {
                out.writeNumber(number);
            }
        }
    }

    private static final class SpecReader extends JsonDeserializer<PodSpec> {
        @Override
        @SuppressWarnings("unchecked") // set above
        public PodSpec deserialize(JsonParser in, DeserializationContext context) throws IOException {
            List<PodSpec> read = (List<PodSpec>) context.getAttribute(SpecReader.class);
            if (in.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return read.get(in.getIntValue());
            }
            PodSpec spec = OF_PARTS.readValue(in, PodSpec.class);
            read.add(spec);
            return spec;
        }
    }

    private static final class ImageIdReader extends JsonDeserializer<ImageId> {
        @Override
        public ImageId deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return ImageId.parse(in.getText());
        }
    }
}
