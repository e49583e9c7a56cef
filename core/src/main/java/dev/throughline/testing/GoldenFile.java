package dev.throughline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A file that keeps what a test expects. */
final class GoldenFile {
    static final String TO_UPDATE =
            "if this is right, run with -Dthroughline.golden.update=true and read the difference";

    private GoldenFile() {}

    static boolean isUpdating() {
        return Boolean.getBoolean("throughline.golden.update");
    }

    /** The content, if there is such a file. Git may have changed the ends of its lines. */
    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).replace("\r\n", "\n"));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    static void write(Path file, String content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
