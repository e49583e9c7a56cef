package dev.throughline.connector.gcp;

import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.SourceFiles;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads exports of Google Cloud's Cloud Asset Inventory: a JSON array, JSON lines as an export to a bucket writes them, or
 * answers of its API; with names of fields in snake or camel case.
 *
 * <p>Each file is a partition; an answer that says that more pages follow is partial. Resources and IAM policies of one asset
 * may come in different files. Assets of other types become {@link dev.throughline.model.CloudResource}. Payloads of secrets,
 * metadata of instances and environment variables are not looked at.
 *
 * <p>Immutable; each setting returns a new connector.
 *
 * @see <a href="https://cloud.google.com/asset-inventory/docs/overview">Cloud Asset Inventory</a>
 */
public final class GcpConnector implements Connector {
    private final SourceFiles files;
    private final String name;
    private final JsonLimits limits;

    private GcpConnector(SourceFiles files, String name, JsonLimits limits) {
        this.files = files;
        this.name = name;
        this.limits = limits;
    }

    /**
     * Reads a file, or all {@code .json}, {@code .jsonl} and {@code .ndjson} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static GcpConnector files(Path path) {
        SourceFiles files = SourceFiles.at(path).named(GcpConnector::isExport);
        return new GcpConnector(files, files.name(), JsonLimits.DEFAULT);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static GcpConnector files(Path root, List<Path> files) {
        SourceFiles chosen = SourceFiles.of(root, files);
        return new GcpConnector(chosen, chosen.name(), JsonLimits.DEFAULT);
    }

    private static boolean isExport(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(json|jsonl|ndjson)(\\.gz)?");
    }

    /**
     * Names the scope. Two connectors of one name replace each other's facts.
     *
     * @param name a name, such as that of the organization
     * @return a connector with the scope {@code gcp:<name>}
     */
    public GcpConnector named(String name) {
        return new GcpConnector(files, name, limits);
    }

    /**
     * Limits the size of a file; 256 MiB unless set. A file of JSON lines is read line by line; any other is held in
     * memory as a whole.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public GcpConnector maxFileSize(long bytes) {
        return new GcpConnector(files, name, limits.withBytes(bytes).withTokens(bytes));
    }

    @Override
    public Scope scope() {
        return new Scope("gcp", name);
    }

    @Override
    public Listing list() {
        return Listing.complete(
                files.list().stream().map(file -> new AssetFile(file, limits)).toList());
    }
}
