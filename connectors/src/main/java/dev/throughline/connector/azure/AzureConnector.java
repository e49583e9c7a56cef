package dev.throughline.connector.azure;

import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.SourceFiles;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

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
public final class AzureConnector implements Connector {
    private final SourceFiles files;
    private final String name;
    private final JsonLimits limits;

    private AzureConnector(SourceFiles files, String name, JsonLimits limits) {
        this.files = files;
        this.name = name;
        this.limits = limits;
    }

    /**
     * Reads a file, or all {@code .json} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static AzureConnector files(Path path) {
        SourceFiles files = SourceFiles.at(path).named(AzureConnector::isExport);
        return new AzureConnector(files, files.name(), JsonLimits.DEFAULT);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static AzureConnector files(Path root, List<Path> files) {
        SourceFiles chosen = SourceFiles.of(root, files);
        return new AzureConnector(chosen, chosen.name(), JsonLimits.DEFAULT);
    }

    private static boolean isExport(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.json(\\.gz)?");
    }

    /**
     * Names the scope. Two connectors of one name replace each other's facts.
     *
     * @param name a name, such as that of the tenant
     * @return a connector with the scope {@code azure:<name>}
     */
    public AzureConnector named(String name) {
        return new AzureConnector(files, name, limits);
    }

    /**
     * Limits the size of a file; 256 MiB unless set. A file is held in memory as a whole.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public AzureConnector maxFileSize(long bytes) {
        return new AzureConnector(files, name, limits.withBytes(bytes).withTokens(bytes));
    }

    @Override
    public Scope scope() {
        return new Scope("azure", name);
    }

    @Override
    public Listing list() {
        return Listing.complete(
                files.list().stream().map(file -> new AzureFile(file, limits)).toList());
    }
}
