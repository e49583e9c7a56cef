package dev.throughline.connector.support;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.function.UnaryOperator;
import java.util.zip.ZipException;

/** Runs the parser with its limits, from the first token of the only document to its end, and words what went wrong. */
final class JsonDocument {
    /** What the parser takes for no limit. */
    private static final long UNCOUNTED = -1;

    private JsonDocument() {}

    /** Reads what stands at the current token of a parser. */
    interface Reading<T> {
        T read(JsonParser parser) throws IOException;
    }

    static <T> T read(InputStream content, String name, JsonLimits limits, Reading<T> reading) {
        return read(content, name, limits, unpacked -> unpacked, reading);
    }

    /** Reads less than a file holds. */
    static <T> T read(
            InputStream content, String name, JsonLimits limits, UnaryOperator<InputStream> part, Reading<T> reading) {
        try (content) {
            return parse(part.apply(BoundedInputStream.over(content, limits)), limits, reading);
        } catch (JsonProcessingException e) {
            // The message of the parser may quote the document, so it is not handed on.
            throw new SourceException(new Rejection(name, position(e.getLocation()), cause(e)), null);
        } catch (IOException e) {
            throw new SourceException(new Rejection(name, "", cause(e)), null);
        }
    }

    private static <T> T parse(InputStream content, JsonLimits limits, Reading<T> reading) throws IOException {
        return parse(factory(limits).createParser(content), reading);
    }

    /** Reads the only document of a new parser, and closes it. */
    static <T> T parse(JsonParser opened, Reading<T> reading) throws IOException {
        try (JsonParser parser = opened) {
            try {
                return only(parser, reading);
            } catch (StreamConstraintsException | BoundedInputStream.LimitException e) {
                throw new RefusedException(cause(e), parser.currentLocation());
            }
        }
    }

    static <T> T only(JsonParser parser, Reading<T> reading) throws IOException {
        if (parser.nextToken() == null) {
            throw new RefusedException("there is nothing in it", JsonLocation.NA);
        }
        T read = unwrapped(parser, reading);
        if (parser.nextToken() != null) {
            throw new RefusedException("it goes on after the end of the document", parser.currentTokenLocation());
        }
        return read;
    }

    /** What consumers of values let pass comes out as what it is. */
    private static <T> T unwrapped(JsonParser parser, Reading<T> reading) throws IOException {
        try {
            return reading.read(parser);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    static JsonNode tree(JsonParser parser) throws IOException {
        return new JsonTree(parser, JsonShape.WHOLE).read();
    }

    /** Refuses the name at the current token of a parser, if its object had it before. */
    static void unique(boolean unique, JsonParser parser) throws IOException {
        if (!unique) {
            throw new RefusedException("an object names a field twice", parser.currentTokenLocation());
        }
    }

    /** What went wrong, in words that quote nothing of the document. */
    static String cause(IOException e) {
        if (e instanceof RefusedException || e instanceof BoundedInputStream.LimitException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof StreamConstraintsException limit) {
            return limit.getOriginalMessage().replaceFirst(", from `[^`]*`", "");
        }
        if (e instanceof JsonEOFException) {
            return "it ends too early";
        }
        if (e instanceof JsonProcessingException) {
            return "not JSON";
        }
        if (e instanceof CharacterCodingException || e instanceof CharConversionException) {
            return "not text in UTF-8 or another form of Unicode";
        }
        return e instanceof ZipException || e instanceof EOFException
                ? "the gzip stream is broken"
                : "cannot be read to its end";
    }

    private static String position(JsonLocation location) {
        return location == null || location.getLineNr() < 1 ? "" : location.getLineNr() + ":" + location.getColumnNr();
    }

    /** There are no more tokens than bytes, so that they are counted only where fewer are allowed. */
    static JsonFactory factory(JsonLimits limits) {
        long tokens = limits.tokens() < limits.bytes() ? limits.tokens() : UNCOUNTED;
        return JsonFactory.builder()
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxTokenCount(tokens)
                        .maxStringLength(limits.stringLength())
                        .maxNameLength(limits.nameLength())
                        .maxNumberLength(limits.numberLength())
                        .build())
                .build();
    }

    /** JSON, but not what is wanted. */
    private static final class RefusedException extends JsonProcessingException {
        private static final long serialVersionUID = 1;

        RefusedException(String message, JsonLocation location) {
            super(message, location);
        }

        @Override
        public String getMessage() {
            return getOriginalMessage();
        }
    }
}
