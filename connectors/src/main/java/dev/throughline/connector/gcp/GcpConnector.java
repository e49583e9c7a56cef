package dev.throughline.connector.gcp;

import dev.throughline.connector.support.FileConnector;
import dev.throughline.connector.support.FileSource;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Partition;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads exports of Google Cloud's Cloud Asset Inventory: a JSON array, JSON lines as an export to a bucket writes them, or
 * answers of its API; with names of fields in snake or camel case.
 *
 * <p>Each file is a partition; an answer that says that more pages follow is partial. Resources and IAM policies of one asset
 * may come in different files. Members of groups come from files that are named after their group. Assets of other types become {@link dev.throughline.model.CloudResource}. Payloads of secrets,
 * metadata of instances and environment variables are not looked at.
 *
 * <p>Immutable; each setting returns a new connector.
 *
 * @see <a href="https://cloud.google.com/asset-inventory/docs/overview">Cloud Asset Inventory</a>
 */
public final class GcpConnector extends FileConnector<GcpConnector> {
    private GcpConnector(FileSource source) {
        super("gcp", source);
    }

    /**
     * Reads a file, or all {@code .json}, {@code .jsonl} and {@code .ndjson} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static GcpConnector files(Path path) {
        return new GcpConnector(FileSource.at(path, ".json", ".jsonl", ".ndjson"));
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static GcpConnector files(Path root, List<Path> files) {
        return new GcpConnector(FileSource.of(root, files));
    }

    @Override
    protected GcpConnector with(FileSource changed) {
        return new GcpConnector(changed);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits) {
        return GroupFile.isOne(file) ? new GroupFile(file, limits) : new AssetFile(file, limits);
    }
}
