package dev.throughline.connector.support;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Walks JSON lines (<a href="https://jsonlines.org">jsonlines.org</a>) in UTF-8, packed with gzip or not, so that memory
 * grows with the longest line only. Blank lines are passed over. A bad line spoils none but itself. For one thread; to be
 * closed.
 */
public final class JsonLines implements AutoCloseable {
    /** The most bytes of a line. A text of 16 Mi characters fits, even if each is escaped. */
    private static final int MOST_BYTES = 128 << 20;

    private static final String TOO_LONG = "a line of more than " + MOST_BYTES + " bytes";

    private final String name;
    private final InputStream file;
    private final InputStream in;
    private final JsonFactory factory;

    /** From {@link #start} to {@link #stop} stands the line, from {@link #next} to {@link #end} what was read ahead. */
    private byte[] buffer = new byte[1 << 16];

    private int start;
    private int stop;
    private int next;
    private int end;
    private boolean tooLong;
    private long number;

    private JsonLines(String name, InputStream file, InputStream in, JsonFactory factory) {
        this.name = name;
        this.file = file;
        this.in = in;
        this.factory = factory;
    }

    /**
     * Opens a file.
     *
     * @param file the file
     * @param limits how large it may be; all but the bytes are those of one line
     * @return the lines, before the first
     * @throws SourceException if it cannot be opened
     */
    public static JsonLines open(InputFile file, JsonLimits limits) {
        InputStream raw = file.open();
        try {
            return new JsonLines(file.name(), raw, BoundedInputStream.over(raw, limits), JsonDocument.factory(limits));
        } catch (IOException e) {
            throw new SourceException(new Rejection(file.name(), "", JsonDocument.cause(e)), null);
        }
    }

    /**
     * Goes on to the next line that is not blank.
     *
     * @return whether there is one
     * @throws SourceException if the file cannot be read on, or is beyond a limit
     */
    public boolean advance() {
        try {
            while (find()) {
                number++;
                if (tooLong || !isBlank()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new SourceException(new Rejection(name, "line " + (number + 1), JsonDocument.cause(e)), null);
        }
    }

    /**
     * Where this line stands.
     *
     * @return a place without a value, whose pointer is {@code line <number>}, counted from 1
     */
    public Fields place() {
        return Fields.at(name, "line " + number, MissingNode.getInstance());
    }

    /**
     * Reads this line.
     *
     * @return the document; pointers into it begin with {@code line <number>}
     * @throws WrongShape if it is not a JSON document
     */
    public Fields document() {
        String place = "line " + number;
        if (tooLong) {
            throw new WrongShape(place, TOO_LONG);
        }
        try (JsonParser parser = factory.createParser(buffer, start, stop - start)) {
            return Fields.at(name, place, JsonDocument.only(parser, JsonDocument::tree));
        } catch (IOException e) {
            throw new WrongShape(place, JsonDocument.cause(e));
        }
    }

    private boolean find() throws IOException {
        start = next;
        tooLong = false;
        int at = start;
        while (true) {
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (at < end) {
                stop = at;
                next = at + 1;
                return true;
            }
            if (end - start > MOST_BYTES) {
                tooLong = true;
                end = start;
            }
            at = end - start;
            if (!more()) {
                stop = end;
                next = end;
                return tooLong || stop > start;
            }
        }
    }

    /** Reads on behind the line so far, which moves to the front. */
    private boolean more() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * end);
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read >= 0;
    }

    private boolean isBlank() {
        for (int at = start; at < stop; at++) {
            if (buffer[at] != ' ' && buffer[at] != '\t' && buffer[at] != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try (file) {
            in.close();
        } catch (IOException e) {
            throw new SourceException(new Rejection(name, "", JsonDocument.cause(e)), null);
        }
    }
}
