package dev.throughline.connector.osv;

import dev.throughline.connector.support.FileConnector;
import dev.throughline.connector.support.FileSource;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.JsonShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads advisories in the Open Source Vulnerability format, one record a file, as osv.dev, the GitHub Advisory Database and
 * others publish them. A record tells other ids, severity and weakness types of a
 * {@link dev.throughline.model.Vulnerability}; which packages are affected is left to scanners. A record that was withdrawn
 * tells nothing.
 *
 * <p>Each file is a partition. Immutable.
 *
 * @see <a href="https://ossf.github.io/osv-schema/">OSV schema</a>
 */
public final class OsvConnector extends FileConnector<OsvConnector> {
    private OsvConnector(FileSource source) {
        super("osv", source);
    }

    /**
     * Reads a file, or all {@code .json} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static OsvConnector files(Path path) {
        return new OsvConnector(FileSource.at(path, ".json"));
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static OsvConnector files(Path root, List<Path> files) {
        return new OsvConnector(FileSource.of(root, files));
    }

    @Override
    protected OsvConnector with(FileSource changed) {
        return new OsvConnector(changed);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits) {
        return new OneFile(file, limits);
    }

    private record OneFile(InputFile file, JsonLimits limits) implements Partition {
        /** Lists every version of every package that is affected, and all that is told for people. */
        private static final JsonShape READ =
                new JsonShape(Map.of(), Map.of("", Set.of("affected", "references", "credits", "details")));

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public Completeness read(FactSink sink) {
            try {
                Json.stream(file, limits, root -> new Advisory(root.read(READ)).read(sink));
            } catch (IllegalArgumentException e) {
                throw new SourceException(new Rejection(file.name(), "", String.valueOf(e.getMessage())), e);
            }
            return Completeness.complete();
        }
    }
}
