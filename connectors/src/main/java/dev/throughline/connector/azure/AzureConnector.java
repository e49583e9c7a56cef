package dev.throughline.connector.azure;

import dev.throughline.connector.support.FileConnector;
import dev.throughline.connector.support.FileSource;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.fact.Partition;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads exports of Azure subscriptions and their Entra directory: answers of Azure Resource Graph (rows, or columns and
 * rows), lists of Azure Resource Manager, what {@code az … list} prints, and answers of Microsoft Graph.
 *
 * <p>Each file is a partition. One that says that more pages follow or that its result was truncated is partial. Resources of
 * other types become {@link dev.throughline.model.CloudResource}. Ids of Azure Resource Manager compare without regard to
 * case, so keys are in lower case. Application settings, keys and other secrets are not looked at.
 *
 * <p>Immutable; each setting returns a new connector.
 *
 * @see <a href="https://learn.microsoft.com/azure/governance/resource-graph/">Azure Resource Graph</a>
 */
public final class AzureConnector extends FileConnector<AzureConnector> {
    private AzureConnector(FileSource source) {
        super("azure", source);
    }

    /**
     * Reads a file, or all {@code .json} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static AzureConnector files(Path path) {
        return new AzureConnector(FileSource.at(path, ".json"));
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static AzureConnector files(Path root, List<Path> files) {
        return new AzureConnector(FileSource.of(root, files));
    }

    @Override
    protected AzureConnector with(FileSource changed) {
        return new AzureConnector(changed);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits) {
        return new AzureFile(file, limits);
    }
}
