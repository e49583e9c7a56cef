package dev.throughline.connector.support.codeowners;

import dev.throughline.connector.support.InputFile;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the text of a CODEOWNERS file. */
public final class CodeOwnersFile {
    /** A larger file GitHub does not load either. */
    private static final int LARGEST = 3_000_000;

    private CodeOwnersFile() {}

    /**
     * Reads the text.
     *
     * @param file the file
     * @return its content
     * @throws SourceException if it cannot be read, or is larger than 3 MB
     */
    public static String text(InputFile file) {
        try (InputStream in = file.open()) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new SourceException(new Rejection(file.name(), "", "larger than 3 MB"), null);
            }
            return new String(content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SourceException(new Rejection(file.name(), "", "cannot be read to its end"), e);
        }
    }
}
