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

    /** A first line that is longer is a document without line breaks. */
    private static final int LONGEST_FIRST_LINE = 4 << 20;

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

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

    /** Whether the second line of a file begins with a brace, as the first does. */
    static boolean has(InputFile file, JsonLimits limits) {
        try (InputStream raw = file.open();
                InputStream in = BoundedInputStream.over(raw, limits)) {
            byte[] head = in.readNBytes(LONGEST_FIRST_LINE);
            int start = startsWithMark(head, 0, head.length) ? MARK.length : 0;
            int end = start;
            while (end < head.length && head[end] != '\n') {
                end++;
            }
            return start < head.length && head[start] == '{' && end + 1 < head.length && head[end + 1] == '{';
        } catch (IOException e) {
            throw new SourceException(new Rejection(file.name(), "", JsonDocument.cause(e)), null);
        }
    }

    private static boolean startsWithMark(byte[] text, int from, int to) {
        return to - from >= MARK.length && Arrays.equals(text, from, from + MARK.length, MARK, 0, MARK.length);
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
     * Which line of the file this is.
     *
     * @return its number, counted from 1
     */
    public long number() {
        return number;
    }

    /**
     * Where this line stands.
     *
     * @param pointer how the line is pointed at
     * @return a place without a value
     */
    public Fields place(String pointer) {
        return Fields.at(name, pointer, MissingNode.getInstance());
    }

    /**
     * Reads this line.
     *
     * @param pointer how the line is pointed at
     * @return the document; pointers into it begin with that of the line
     * @throws WrongShape if it is not a JSON document
     */
    public Fields document(String pointer) {
        if (tooLong) {
            throw new WrongShape(pointer, TOO_LONG);
        }
        try (JsonParser parser = factory.createParser(buffer, start, stop - start)) {
            return Fields.at(name, pointer, JsonDocument.only(parser, JsonDocument::tree));
        } catch (IOException e) {
            throw new WrongShape(pointer, JsonDocument.cause(e));
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
        for (int at = startsWithMark(buffer, start, stop) ? start + MARK.length : start; at < stop; at++) {
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
