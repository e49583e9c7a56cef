package dev.throughline.connector.osv;

import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.SourceFiles;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.List;

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
public final class OsvConnector implements Connector {
    private final SourceFiles files;
    private final String name;
    private final JsonLimits limits;

    private OsvConnector(SourceFiles files, String name, JsonLimits limits) {
        this.files = files;
        this.name = name;
        this.limits = limits;
    }

    /**
     * Reads a file, or all {@code .json} and {@code .json.gz} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static OsvConnector files(Path path) {
        SourceFiles files = SourceFiles.at(path).named(name -> name.endsWith(".json") || name.endsWith(".json.gz"));
        return new OsvConnector(files, files.name(), JsonLimits.DEFAULT);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static OsvConnector files(Path root, List<Path> files) {
        SourceFiles some = SourceFiles.of(root, files);
        return new OsvConnector(some, some.name(), JsonLimits.DEFAULT);
    }

    /**
     * Names the scope. Two connectors of one name replace each other's facts.
     *
     * @param name a name, such as that of the ecosystem
     * @return a connector with the scope {@code osv:<name>}
     */
    public OsvConnector named(String name) {
        return new OsvConnector(files, name, limits);
    }

    /**
     * Limits the size of a file; 256 MiB unless set.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public OsvConnector maxFileSize(long bytes) {
        return new OsvConnector(files, name, limits.withBytes(bytes));
    }

    @Override
    public Scope scope() {
        return new Scope("osv", name);
    }

    @Override
    public Listing list() {
        return Listing.complete(
                files.list().stream().map(file -> new OneFile(file, limits)).toList());
    }

    private record OneFile(InputFile file, JsonLimits limits) implements Partition {
        @Override
        public String name() {
            return file.name();
        }

        @Override
        public Completeness read(FactSink sink) {
            try {
                new Advisory(Json.read(file, limits)).read(sink);
            } catch (WrongShape e) {
                throw new SourceException(new Rejection(file.name(), e.pointer(), String.valueOf(e.getMessage())), e);
            } catch (IllegalArgumentException e) {
                throw new SourceException(new Rejection(file.name(), "", String.valueOf(e.getMessage())), e);
            }
            return Completeness.complete();
        }
    }
}
