package dev.throughline.connector.oci;

import com.google.common.hash.Hashing;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The content-addressed files of a layout.
 *
 * @param directory the layout
 */
record Blobs(Path directory) {
    /** No manifest that registries accept is larger; a configuration is of that size as well. */
    private static final int LARGEST = 4 << 20;

    /** The digest that a descriptor names. */
    static Digest digest(Fields descriptor) {
        String text = descriptor.requiredText("digest");
        try {
            Digest digest = Digest.parse(text);
            if (text.startsWith("sha256:")) {
                return digest;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new WrongShape(descriptor.pointer() + "/digest", "not a SHA-256 digest");
    }

    static String name(Digest digest) {
        return "blobs/" + digest.toString().replace(':', '/');
    }

    boolean holds(Digest digest) {
        return InputFile.of(directory, name(digest)).exists();
    }

    /** A manifest, index or configuration. */
    Fields json(Digest digest) {
        InputFile file = InputFile.of(directory, name(digest));
        try (InputStream in = file.open()) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw refused(file, "larger than " + LARGEST + " bytes");
            }
            if (!digest.toString().equals("sha256:" + Hashing.sha256().hashBytes(content))) {
                throw refused(file, "its content has another digest");
            }
            return Json.parse(content, file.name(), JsonLimits.DEFAULT.withBytes(LARGEST));
        } catch (IOException e) {
            throw refused(file, "cannot be read");
        }
    }

    private static SourceException refused(InputFile file, String cause) {
        return new SourceException(new Rejection(file.name(), "", cause), null);
    }
}
