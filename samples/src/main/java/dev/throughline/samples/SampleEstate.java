package dev.throughline.samples;

import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Finds the sample estate: beside this program, as it is built, or below the working directory. */
final class SampleEstate {
    private static final Path ESTATE = Path.of("datasets", "harborline", "ESTATE.yaml");

    private SampleEstate() {}

    static Path file() {
        for (Path folder = program(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(ESTATE))) {
                return folder.resolve(ESTATE);
            }
        }
        Path here = Path.of("samples").resolve(ESTATE);
        if (Files.isRegularFile(here)) {
            return here;
        }
        throw new SourceException(
                new Rejection(ESTATE.toString(), "", "not found; run the program from where it was built"), null);
    }

    private static @Nullable Path program() {
        CodeSource source = Main.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null; // not a file
        }
    }
}
