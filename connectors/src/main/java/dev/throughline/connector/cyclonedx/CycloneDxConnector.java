package dev.throughline.connector.cyclonedx;

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
 * Reads bills of materials in CycloneDX 1.2 to 1.7, JSON or XML.
 *
 * <p>{@code metadata.component} tells what a file describes: a container image by any of its digests, or the repository of
 * its reference of type {@code vcs}. A file that describes something else needs a {@linkplain #repository repository}; a
 * container without a digest is refused.
 *
 * <p>Components with a package URL, nested ones among them, become {@link dev.throughline.model.SoftwarePackage}s of the
 * subject, {@code dependencies} their needs. Vulnerabilities become {@link dev.throughline.model.Vulnerability}, one
 * {@link dev.throughline.model.Weakness} for each package they affect, and, where they were analysed, a
 * {@link dev.throughline.model.VexStatement} beside it. Services, licences, hashes and compositions are not read.
 *
 * <p>Each file is a partition, read as a stream. Immutable.
 *
 * @see <a href="https://cyclonedx.org/docs/latest/json/">CycloneDX JSON reference</a>
 */
public final class CycloneDxConnector extends RepositoryConnector<CycloneDxConnector> {
    private CycloneDxConnector(FileSource source, @Nullable AssetKey repository) {
        super("cyclonedx", source, repository);
    }

    /**
     * Reads a file, or all {@code .json}, {@code .xml} and {@code .cdx} files below a directory, packed with gzip or not.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static CycloneDxConnector files(Path path) {
        return new CycloneDxConnector(FileSource.at(path, ".json", ".xml", ".cdx"), null);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static CycloneDxConnector files(Path root, List<Path> files) {
        return new CycloneDxConnector(FileSource.of(root, files), null);
    }

    @Override
    protected CycloneDxConnector with(FileSource changed, @Nullable AssetKey about) {
        return new CycloneDxConnector(changed, about);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits, @Nullable AssetKey about) {
        return new Bom(file, limits, about);
    }
}
