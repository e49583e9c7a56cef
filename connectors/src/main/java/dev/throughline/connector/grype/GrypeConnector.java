package dev.throughline.connector.grype;

import dev.throughline.connector.support.FileSource;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.RepositoryConnector;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
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
public final class GrypeConnector extends RepositoryConnector<GrypeConnector> {
    private GrypeConnector(FileSource source, @Nullable AssetKey repository) {
        super("grype", source, repository);
    }

    /**
     * Reads a file, or all {@code .json} and {@code .json.gz} files below a directory.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static GrypeConnector files(Path path) {
        return new GrypeConnector(FileSource.at(path, ".json"), null);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static GrypeConnector files(Path root, List<Path> files) {
        return new GrypeConnector(FileSource.of(root, files), null);
    }

    @Override
    protected GrypeConnector with(FileSource changed, @Nullable AssetKey about) {
        return new GrypeConnector(changed, about);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits, @Nullable AssetKey about) {
        return new GrypeReport(file, limits, about);
    }
}
