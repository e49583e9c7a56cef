package dev.throughline.connector.attestation;

import dev.throughline.connector.support.InputFile;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file with a trusted root of Sigstore, or with one in each line. */
final class TrustedRootFile {
    private static final int LARGEST = 16 << 20;

    private TrustedRootFile() {}

    static List<SigstoreRoot> read(Path path) {
        InputFile file = InputFile.of(path);
        try (InputStream in = file.open()) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw refused(file, "larger than " + LARGEST + " bytes", null);
            }
            String text = new String(content, StandardCharsets.UTF_8);
            List<SigstoreRoot> roots = (file.name().endsWith(".jsonl") ? text.lines() : List.of(text).stream())
                    .filter(line -> !line.isBlank())
                    .map(line -> SigstoreRoot.parse(line.getBytes(StandardCharsets.UTF_8)))
                    .toList();
            if (roots.isEmpty()) {
                throw refused(file, "not a trusted root of Sigstore", null);
            }
            return roots;
        } catch (IOException e) {
            throw refused(file, "cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw refused(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static SourceException refused(InputFile file, String cause, @Nullable Exception e) {
        return new SourceException(new Rejection(file.name(), "", cause), e);
    }
}
