package dev.throughline.connector.cyclonedx;

import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.SourceFiles;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Listing;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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
public final class CycloneDxConnector implements Connector {
    private static final Pattern BOM = Pattern.compile(".*\\.(?:json|xml|cdx)(?:\\.gz)?");

    private final SourceFiles files;
    private final String name;
    private final @Nullable AssetKey repository;
    private final JsonLimits limits;

    private CycloneDxConnector(SourceFiles files, String name, @Nullable AssetKey repository, JsonLimits limits) {
        this.files = files;
        this.name = name;
        this.repository = repository;
        this.limits = limits;
    }

    /**
     * Reads a file, or all {@code .json}, {@code .xml} and {@code .cdx} files below a directory, packed with gzip or not.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static CycloneDxConnector files(Path path) {
        SourceFiles files = SourceFiles.at(path).named(name -> BOM.matcher(name).matches());
        return new CycloneDxConnector(files, files.name(), null, JsonLimits.DEFAULT);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static CycloneDxConnector files(Path root, List<Path> files) {
        SourceFiles some = SourceFiles.of(root, files);
        return new CycloneDxConnector(some, some.name(), null, JsonLimits.DEFAULT);
    }

    /**
     * Names the scope. Two connectors of one name replace each other's facts.
     *
     * @param name a name, such as that of the pipeline that writes the files
     * @return a connector with the scope {@code cyclonedx:<name>}
     */
    public CycloneDxConnector named(String name) {
        return new CycloneDxConnector(files, name, repository, limits);
    }

    /**
     * Says which repository files are about that describe no image.
     *
     * @param url any form that {@link dev.throughline.model.RepositoryUrl#parse} reads
     * @return a connector that counts before what the files say of their repository
     * @throws IllegalArgumentException if it names no repository
     */
    public CycloneDxConnector repository(String url) {
        return new CycloneDxConnector(files, name, AssetKey.repository(url), limits);
    }

    /**
     * Limits the size of a file; 256 MiB unless set.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public CycloneDxConnector maxFileSize(long bytes) {
        return new CycloneDxConnector(files, name, repository, limits.withBytes(bytes));
    }

    @Override
    public Scope scope() {
        return new Scope("cyclonedx", name);
    }

    @Override
    public Listing list() {
        return Listing.complete(files.list().stream()
                .map(file -> new Bom(file, limits, repository))
                .toList());
    }
}
