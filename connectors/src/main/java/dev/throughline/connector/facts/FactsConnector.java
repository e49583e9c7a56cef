package dev.throughline.connector.facts;

import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.SourceFiles;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads facts as JSON lines: those that {@link FactsExport} or {@link FactsWriter} wrote, and those that a program or a
 * person writes to bring what no other connector reads.
 *
 * <p>The first line of a file names format and version, and may name scope and partition; each further line is an asset or
 * a relation. Each file is a partition. Facts count as if the source that the header names had stated them, so a file
 * deserves as much trust as that source. Immutable.
 *
 * @see <a href="https://jsonlines.org">JSON Lines</a>
 */
public final class FactsConnector implements Connector {
    /** As much as gzip can pack, for facts repeat themselves, and memory does not grow with them. */
    private static final int COMPRESSION_RATIO = 1_100;

    private static final JsonLimits LIMITS =
            new JsonLimits(16L << 30, COMPRESSION_RATIO, 8, 20_000_000, 16 << 20, 1_000, 100, 0);

    /** An export has a file for each partition, such as a repository. */
    private static final int MOST_FILES = 1_000_000;

    private final SourceFiles files;
    private final String name;
    private final JsonLimits limits;

    /** Whose files are read, the rest being read by others; null if all files are. */
    private final @Nullable Scope only;

    private FactsConnector(SourceFiles files, String name, JsonLimits limits, @Nullable Scope only) {
        this.files = files;
        this.name = name;
        this.limits = limits;
        this.only = only;
    }

    /**
     * Reads a file, or all {@code .jsonl} and {@code .jsonl.gz} files below a directory.
     *
     * @param path a file or directory; its own name names the scope, {@code facts:<name>}
     * @return the connector; it refuses files whose header names another scope, see {@link #scopes()}
     */
    public static FactsConnector files(Path path) {
        SourceFiles files = SourceFiles.at(path)
                .named(name -> name.endsWith(".jsonl") || name.endsWith(".jsonl.gz"))
                .atMost(MOST_FILES);
        return new FactsConnector(files, files.name(), LIMITS, null);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope, {@code facts:<name>}
     * @param files files in it, absolute or relative to it
     * @return the connector; it refuses files whose header names another scope, see {@link #scopes()}
     */
    public static FactsConnector files(Path root, List<Path> files) {
        SourceFiles some = SourceFiles.of(root, files).atMost(MOST_FILES);
        return new FactsConnector(some, some.name(), LIMITS, null);
    }

    /**
     * Names the scope of files whose header names none.
     *
     * @param name a name, such as that of the program that writes the facts
     * @return a connector with the scope {@code facts:<name>}
     */
    public FactsConnector named(String name) {
        return new FactsConnector(files, name, limits, only);
    }

    /**
     * Limits the size of a file; 16 GiB unless set.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public FactsConnector maxFileSize(long bytes) {
        return new FactsConnector(files, name, limits.withBytes(bytes), only);
    }

    /**
     * The scopes that the headers name, each to be read by a connector of its own. Reads the first line of each file. A
     * file whose first line cannot be read belongs to {@code facts:<name>}; the others are then not known to be complete.
     *
     * @return one connector for each scope, by scope
     * @throws SourceException if the files cannot be listed
     */
    public List<FactsConnector> scopes() {
        TreeSet<Scope> scopes = new TreeSet<>();
        for (InputFile file : files.list()) {
            scopes.add(scopeOf(header(file)));
        }
        return scopes.stream()
                .map(scope -> new FactsConnector(files, name, limits, scope))
                .toList();
    }

    @Override
    public Scope scope() {
        return only == null ? new Scope("facts", name) : only;
    }

    private Scope scopeOf(@Nullable FactsHeader header) {
        return header == null || header.scope() == null ? new Scope("facts", name) : header.scope();
    }

    /** The first line of a file; null if it cannot be read, which its partition will tell. */
    private @Nullable FactsHeader header(InputFile file) {
        try {
            return FactsHeader.of(file, limits);
        } catch (SourceException e) {
            return null;
        }
    }

    @Override
    public Listing list() {
        Map<String, InputFile> byName = new HashMap<>();
        List<Partition> partitions = new ArrayList<>();
        @Nullable String missing = null;
        for (InputFile file : files.list()) {
            FactsHeader header = header(file);
            if (header == null && only != null) {
                missing = "it cannot be read whose facts are in " + file.name();
            }
            if (only == null || scopeOf(header).equals(only)) {
                String part = header == null || header.partition() == null ? file.name() : header.partition();
                refuseSecond(part, file, byName.put(part, file));
                partitions.add(new FactsFile(part, file, limits, scope()));
                missing = header != null && header.scopeIncomplete() != null ? header.scopeIncomplete() : missing;
            }
        }
        return new Listing(partitions, missing == null ? Completeness.complete() : Completeness.partial(missing));
    }

    private static void refuseSecond(String part, InputFile file, @Nullable InputFile other) {
        if (other != null) {
            throw new SourceException(
                    new Rejection(file.name(), "line 1/partition", "'" + part + "' is in " + other.name() + " too"),
                    null);
        }
    }
}
