package dev.throughline.samples.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/** What a large file holds. */
interface LargeContent {
    /** Writes so many bytes, give or take a few percent, the same each time. */
    void write(Path file, long bytes) throws IOException;
}
