package dev.throughline.connector.opengraph;

import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.SourceFiles;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.fact.SourceException;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads graphs in BloodHound's OpenGraph format, as GitHound and other collectors write them.
 *
 * <p>Organizations, repositories and users of GitHub become what they are. Every other node becomes a
 * {@link dev.throughline.model.CustomAsset}, and every edge to or from one a relation of type
 * {@link dev.throughline.model.RelationType#CUSTOM} that keeps its kind and whether it is traversable. No attack path
 * leads over such relations unless an application adds an {@code AttackEdge} of its own.
 *
 * <p>Each file is a partition; its edges may lead to nodes of the others. Memory grows with the names of nodes. Immutable.
 *
 * @see <a href="https://bloodhound.specterops.io/opengraph/schema">OpenGraph schema</a>
 */
public final class OpenGraphConnector implements Connector {
    private final SourceFiles files;
    private final String name;
    private final JsonLimits limits;

    private OpenGraphConnector(SourceFiles files, String name, JsonLimits limits) {
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
    public static OpenGraphConnector files(Path path) {
        SourceFiles files = SourceFiles.at(path).named(name -> name.endsWith(".json") || name.endsWith(".json.gz"));
        return new OpenGraphConnector(files, files.name(), JsonLimits.DEFAULT);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static OpenGraphConnector files(Path root, List<Path> files) {
        SourceFiles some = SourceFiles.of(root, files);
        return new OpenGraphConnector(some, some.name(), JsonLimits.DEFAULT);
    }

    /**
     * Names the scope. Two connectors of one name replace each other's facts.
     *
     * @param name a name, such as that of the collector
     * @return a connector with the scope {@code opengraph:<name>}
     */
    public OpenGraphConnector named(String name) {
        return new OpenGraphConnector(files, name, limits);
    }

    /**
     * Limits the size of a file; 256 MiB unless set.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public OpenGraphConnector maxFileSize(long bytes) {
        return new OpenGraphConnector(files, name, limits.withBytes(bytes));
    }

    @Override
    public Scope scope() {
        return new Scope("opengraph", name);
    }

    @Override
    public Listing list() {
        List<InputFile> all = files.list();
        NodeIndex nodes = new NodeIndex();
        @Nullable String missing = null;
        for (InputFile file : all) {
            try {
                OpenGraphFile.index(file, limits, nodes);
            } catch (SourceException e) {
                missing = "edges may lead to nodes of a file that cannot be read: " + e.getMessage();
            }
        }
        String reason = missing;
        return Listing.complete(all.stream()
                .map(file -> new OpenGraphFile(file, limits, nodes, reason))
                .toList());
    }
}
