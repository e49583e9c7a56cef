package dev.throughline.connector.support;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The files of a {@link FileConnector}. Immutable.
 *
 * @param files the files
 * @param label what the user calls them together; null if nobody said
 * @param limits how large each may be
 */
public record FileSource(SourceFiles files, @Nullable String label, JsonLimits limits) {
    /**
     * A file, or those below a directory that have one of some endings.
     *
     * @param path a file or directory
     * @param endings endings of the names, with the dot, in lower case, or with {@code .gz} after it
     *     for files packed with gzip
     * @return the files
     */
    public static FileSource at(Path path, String... endings) {
        return of(SourceFiles.at(path).named(name -> {
            String lower = name.toLowerCase(Locale.ROOT);
            return Arrays.stream(endings).anyMatch(ending -> lower.endsWith(ending) || lower.endsWith(ending + ".gz"));
        }));
    }

    /**
     * Some files of a directory, whatever they are called.
     *
     * @param root a directory
     * @param files files in it, absolute or relative to it
     * @return the files
     */
    public static FileSource of(Path root, List<Path> files) {
        return of(SourceFiles.of(root, files));
    }

    private static FileSource of(SourceFiles files) {
        return new FileSource(files, null, JsonLimits.DEFAULT);
    }

    FileSource named(String other) {
        return new FileSource(files, other, limits);
    }

    FileSource limitedTo(long bytes) {
        return limits(limits.withBytes(bytes).withTokens(Math.max(limits.tokens(), bytes)));
    }

    /**
     * The same files with other limits.
     *
     * @param other how large each may be
     * @return the files
     */
    public FileSource limits(JsonLimits other) {
        return new FileSource(files, label, other);
    }
}
