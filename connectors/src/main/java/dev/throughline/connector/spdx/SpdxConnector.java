package dev.throughline.connector.spdx;

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
public final class SpdxConnector implements Connector {
    private static final Pattern DOCUMENT = Pattern.compile(".*\\.(?:json|jsonld|spdx)(?:\\.gz)?");

    private final SourceFiles files;
    private final String name;
    private final @Nullable AssetKey repository;
    private final JsonLimits limits;

    private SpdxConnector(SourceFiles files, String name, @Nullable AssetKey repository, JsonLimits limits) {
        this.files = files;
        this.name = name;
        this.repository = repository;
        this.limits = limits;
    }

    /**
     * Reads a file, or all {@code .json}, {@code .jsonld} and {@code .spdx} files below a directory, packed with gzip or not.
     *
     * @param path a file or directory; its own name names the scope
     * @return the connector
     */
    public static SpdxConnector files(Path path) {
        SourceFiles files =
                SourceFiles.at(path).named(name -> DOCUMENT.matcher(name).matches());
        return new SpdxConnector(files, files.name(), null, JsonLimits.DEFAULT);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory; its own name names the scope
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static SpdxConnector files(Path root, List<Path> files) {
        SourceFiles some = SourceFiles.of(root, files);
        return new SpdxConnector(some, some.name(), null, JsonLimits.DEFAULT);
    }

    /**
     * Names the scope. Two connectors of one name replace each other's facts.
     *
     * @param name a name, such as that of the pipeline that writes the files
     * @return a connector with the scope {@code spdx:<name>}
     */
    public SpdxConnector named(String name) {
        return new SpdxConnector(files, name, repository, limits);
    }

    /**
     * Says which repository files are about that describe no image.
     *
     * @param url any form that {@link dev.throughline.model.RepositoryUrl#parse} reads
     * @return a connector that counts before what the files say of their repository
     * @throws IllegalArgumentException if it names no repository
     */
    public SpdxConnector repository(String url) {
        return new SpdxConnector(files, name, AssetKey.repository(url), limits);
    }

    /**
     * Limits the size of a file; 256 MiB unless set.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public SpdxConnector maxFileSize(long bytes) {
        return new SpdxConnector(files, name, repository, limits.withBytes(bytes));
    }

    @Override
    public Scope scope() {
        return new Scope("spdx", name);
    }

    @Override
    public Listing list() {
        return Listing.complete(files.list().stream()
                .map(file -> new SpdxFile(file, limits, repository))
                .toList());
    }
}
