package dev.throughline.connector.grype;

import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.SourceFiles;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads reports that Grype wrote with {@code --output json}, of any version.
 *
 * <p>The report of an image describes the image of each digest under which registries hold it ({@code repoDigests}), or,
 * where there is none, the image named by the digest of its manifest, else of its configuration ({@code imageID}). The
 * report of anything else, such as a directory, needs a {@linkplain #repository repository}.
 *
 * <p>A match becomes a {@link dev.throughline.model.Vulnerability}, which goes by its CVE where it has exactly one, a
 * {@link dev.throughline.model.SoftwarePackage} and a {@link dev.throughline.model.Weakness}. So does a match that was
 * ignored; the state of its weakness says so.
 *
 * <p>Each file is a partition; its matches are read one by one. Immutable.
 *
 * @see <a href="https://github.com/anchore/grype#output-formats">Grype: Output formats</a>
 */
public final class GrypeConnector implements Connector {
    private final SourceFiles files;
    private final String name;
    private final @Nullable AssetKey repository;
    private final JsonLimits limits;

    private GrypeConnector(SourceFiles files, String name, @Nullable AssetKey repository, JsonLimits limits) {
        this.files = files;
        this.name = name;
        this.repository = repository;
        this.limits = limits;
    }

    /**
     * Reads a file, or all {@code .json} and {@code .json.gz} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static GrypeConnector files(Path path) {
        SourceFiles files = SourceFiles.at(path).named(name -> name.endsWith(".json") || name.endsWith(".json.gz"));
        return new GrypeConnector(files, files.name(), null, JsonLimits.DEFAULT);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static GrypeConnector files(Path root, List<Path> files) {
        SourceFiles some = SourceFiles.of(root, files);
        return new GrypeConnector(some, some.name(), null, JsonLimits.DEFAULT);
    }

    /**
     * Names the scope. Two connectors of one name replace each other's facts.
     *
     * @param name a name, such as that of the pipeline that scans
     * @return a connector with the scope {@code grype:<name>}
     */
    public GrypeConnector named(String name) {
        return new GrypeConnector(files, name, repository, limits);
    }

    /**
     * Says which repository the reports of directories are about.
     *
     * @param url any form that {@link dev.throughline.model.RepositoryUrl#parse} reads
     * @return a connector that lays their findings on this repository
     * @throws IllegalArgumentException if it names no repository
     */
    public GrypeConnector repository(String url) {
        return new GrypeConnector(files, name, AssetKey.repository(url), limits);
    }

    /**
     * Limits the size of a file; 256 MiB unless set.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public GrypeConnector maxFileSize(long bytes) {
        return new GrypeConnector(files, name, repository, limits.withBytes(bytes));
    }

    @Override
    public Scope scope() {
        return new Scope("grype", name);
    }

    @Override
    public Listing list() {
        return Listing.complete(files.list().stream()
                .map(file -> new GrypeReport(file, limits, repository))
                .toList());
    }
}
