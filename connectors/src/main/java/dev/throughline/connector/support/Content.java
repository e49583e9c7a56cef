package dev.throughline.connector.support;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Digest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What can be told of a file from its bytes alone, once it is unpacked. */
public final class Content {
    private static final int BUFFER = 64 << 10;
    private static final int BLANKS = 1_024;
    private static final char BYTE_ORDER_MARK = 0xfeff;

    private Content() {}

    /**
     * The digest of a file.
     *
     * @param file the file, packed with gzip or not
     * @param limits how large it may be
     * @return SHA-256 of what is in it, unpacked
     * @throws SourceException if it cannot be read or is beyond a limit
     */
    public static Digest digest(InputFile file, JsonLimits limits) {
        return read(file, limits, in -> {
            Hasher hasher = Hashing.sha256().newHasher();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hasher.putBytes(buffer, 0, read);
            }
            return new Digest("sha256", hasher.hash().toString());
        });
    }

    /**
     * The first character that means something, by which JSON, XML and plain text differ. Every encoding of Unicode writes
     * ASCII as its own byte, with zeros around it or not.
     *
     * @param file the file, packed with gzip or not
     * @param limits how large it may be
     * @return the character, such as <code>{</code> or {@code <}; 0 if there is none in the first kibibyte
     * @throws SourceException if it cannot be read
     */
    public static char opening(InputFile file, JsonLimits limits) {
        return read(file, limits, in -> {
            for (int i = 0; i < BLANKS; i++) {
                int next = in.read();
                if (next > ' ' && next < 0x7f) {
                    return (char) next;
                }
            }
            return (char) 0;
        });
    }

    /**
     * Reads the lines of a text in UTF-8, with or without a byte order mark, so that memory does not grow with it.
     *
     * @param file the file, packed with gzip or not
     * @param limits how large it may be; a line is a string
     * @param consumer takes each line without its end
     * @throws SourceException if it cannot be read, is not UTF-8 or is beyond a limit
     */
    public static void lines(InputFile file, JsonLimits limits, Consumer<String> consumer) {
        read(file, limits, in -> {
            Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), BUFFER);
            StringBuilder line = new StringBuilder();
            for (int next = reader.read(); next >= 0; next = reader.read()) {
                if (next == '\n') {
                    consumer.accept(line.toString());
                    line.setLength(0);
                } else if (next != '\r' && next != BYTE_ORDER_MARK) {
                    line.append((char) next);
                }
                if (line.length() > limits.stringLength()) {
                    throw new BoundedInputStream.LimitException(
                            "a line of more than " + limits.stringLength() + " characters");
                }
            }
            consumer.accept(line.toString());
            return file;
        });
    }

    private static <T> T read(InputFile file, JsonLimits limits, Reading<T> reading) {
        try (InputStream raw = file.open();
                InputStream in = BoundedInputStream.over(raw, limits)) {
            return reading.read(in);
        } catch (IOException e) {
            throw new SourceException(new Rejection(file.name(), "", JsonDocument.cause(e)), null);
        }
    }

    private interface Reading<T> {
        T read(InputStream in) throws IOException;
    }
}
