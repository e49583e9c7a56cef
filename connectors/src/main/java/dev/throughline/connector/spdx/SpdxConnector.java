package dev.throughline.connector.spdx;

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
 * Reads bills of materials in SPDX 2.2 and 2.3, JSON or tag-value, and 3.0, JSON-LD.
 *
 * <p>The package that the document describes tells what a file is about: a container image by any of its digests, or the
 * repository of its {@code downloadLocation} in Git. A file that describes something else needs a
 * {@linkplain #repository repository}; a container without a digest is refused.
 *
 * <p>Packages with a package URL become {@link dev.throughline.model.SoftwarePackage}s of the subject, relationships of
 * dependency their needs. Relationships may name what the document does not hold. Files, snippets, licences, checksums of
 * packages and annotations are not read, but for what Trivy notes of an image.
 *
 * <p>Each file is a partition, read as a stream. Immutable.
 *
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/">SPDX 2.3</a>
 * @see <a href="https://spdx.github.io/spdx-spec/v3.0.1/">SPDX 3.0.1</a>
 */
public final class SpdxConnector extends RepositoryConnector<SpdxConnector> {
    private SpdxConnector(FileSource source, @Nullable AssetKey repository) {
        super("spdx", source, repository);
    }

    /**
     * Reads a file, or all {@code .json}, {@code .jsonld} and {@code .spdx} files below a directory, packed with gzip or not.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static SpdxConnector files(Path path) {
        return new SpdxConnector(FileSource.at(path, ".json", ".jsonld", ".spdx"), null);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static SpdxConnector files(Path root, List<Path> files) {
        return new SpdxConnector(FileSource.of(root, files), null);
    }

    @Override
    protected SpdxConnector with(FileSource changed, @Nullable AssetKey about) {
        return new SpdxConnector(changed, about);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits, @Nullable AssetKey about) {
        return new SpdxFile(file, limits, about);
    }
}
