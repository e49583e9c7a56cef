package dev.throughline.connector.support;

import com.fasterxml.jackson.core.JsonFactory;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** Reads documents that stand in a line each, in UTF-8. */
final class LineDocuments {
    private static final int BUFFER = 1 << 20;

    /** A first line that is longer is a document without line breaks. */
    private static final int LONGEST_FIRST_LINE = 4 << 20;

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final String name;
    private final JsonFactory factory;
    private final FactSink sink;
    private final BiConsumer<Fields, FactSink> reader;
    private int lines;

    private LineDocuments(String name, JsonLimits limits, FactSink sink, BiConsumer<Fields, FactSink> reader) {
        this.name = name;
        this.factory = JsonDocument.factory(limits);
        this.sink = sink;
        this.reader = reader;
    }

    static void read(InputFile file, JsonLimits limits, FactSink sink, BiConsumer<Fields, FactSink> reader) {
        try (InputStream raw = file.open();
                InputStream in = BoundedInputStream.over(raw, limits)) {
            new LineDocuments(file.name(), limits, sink, reader).read(in);
        } catch (IOException e) {
            throw broken(file, e);
        }
    }

    static boolean has(InputFile file, JsonLimits limits) {
        try (InputStream raw = file.open();
                InputStream in = BoundedInputStream.over(raw, limits)) {
            byte[] head = in.readNBytes(LONGEST_FIRST_LINE);
            int start = startsWithMark(head) ? MARK.length : 0;
            int end = indexOfLineEnd(head, start, head.length);
            return start < head.length && head[start] == '{' && end + 1 < head.length && head[end + 1] == '{';
        } catch (IOException e) {
            throw broken(file, e);
        }
    }

    private static SourceException broken(InputFile file, IOException e) {
        return new SourceException(new Rejection(file.name(), "", JsonDocument.cause(e)), null);
    }

    private void read(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            int start = 0;
            for (int end = indexOfLineEnd(buffer, 0, length); end < length; ) {
                line.write(buffer, start, end - start);
                line(line);
                start = end + 1;
                end = indexOfLineEnd(buffer, start, length);
            }
            line.write(buffer, start, length - start);
        }
        line(line);
    }

    private static int indexOfLineEnd(byte[] text, int from, int to) {
        int i = from;
        while (i < to && text[i] != '\n') {
            i++;
        }
        return i;
    }

    private void line(ByteArrayOutputStream written) {
        byte[] line = written.toByteArray();
        written.reset();
        if (isBlank(line)) {
            return;
        }
        String pointer = "/" + lines++;
        Fields document;
        try {
            document = JsonDocument.parse(
                    factory.createParser(line), parser -> Fields.at(name, pointer, JsonDocument.tree(parser)));
        } catch (IOException e) {
            Records.rejected(new Rejection(name, pointer, JsonDocument.cause(e)), sink);
            return;
        }
        Records.one(document, sink, reader);
    }

    private static boolean isBlank(byte[] line) {
        int i = startsWithMark(line) ? MARK.length : 0;
        while (i < line.length && (line[i] == ' ' || line[i] == '\t' || line[i] == '\r')) {
            i++;
        }
        return i == line.length;
    }

    private static boolean startsWithMark(byte[] text) {
        return text.length >= MARK.length && Arrays.equals(text, 0, MARK.length, MARK, 0, MARK.length);
    }
}
