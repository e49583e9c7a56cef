package dev.throughline.connector.checkov;

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
 * Reads reports that Checkov wrote with {@code --output json}: the object of one framework, or an array of those of several.
 * A report does not tell which repository it is about, so it {@linkplain #repository must be named}.
 *
 * <p>Each failed check becomes a {@link dev.throughline.model.Weakness} with its {@link dev.throughline.model.Rule}, and so
 * does a check that was suppressed; the state of its weakness says so. A check that passed is no weakness. Code is never
 * read, and of a credential nothing that could tell it from another. A failed check has the same key in a SARIF log of
 * Checkov, unless it fails several times in one file: then the resource tells them apart here, and the line there.
 *
 * <p>Each file is a partition. One in which Checkov could not parse a file is incomplete. Immutable.
 *
 * @see <a href="https://www.checkov.io/2.Basics/Reviewing%20Scan%20Results.html">Checkov: Reviewing scan results</a>
 */
public final class CheckovConnector implements Connector {
    private final SourceFiles files;
    private final @Nullable String name;
    private final @Nullable AssetKey repository;
    private final JsonLimits limits;

    private CheckovConnector(
            SourceFiles files, @Nullable String name, @Nullable AssetKey repository, JsonLimits limits) {
        this.files = files;
        this.name = name;
        this.repository = repository;
        this.limits = limits;
    }

    /**
     * Reads a file, or all {@code .json} and {@code .json.gz} files below a directory.
     *
     * @param path a file or directory
     * @return the connector
     */
    public static CheckovConnector files(Path path) {
        SourceFiles files = SourceFiles.at(path).named(name -> name.endsWith(".json") || name.endsWith(".json.gz"));
        return new CheckovConnector(files, null, null, JsonLimits.DEFAULT);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static CheckovConnector files(Path root, List<Path> files) {
        return new CheckovConnector(SourceFiles.of(root, files), null, null, JsonLimits.DEFAULT);
    }

    /**
     * Says which repository was scanned.
     *
     * @param url any form that {@link dev.throughline.model.RepositoryUrl#parse} reads
     * @return a connector that lays the findings on this repository
     * @throws IllegalArgumentException if it names no repository
     */
    public CheckovConnector repository(String url) {
        return new CheckovConnector(files, name, AssetKey.repository(url), limits);
    }

    /**
     * Tells these files from others of the same repository that are read separately. It becomes a part of the scope.
     *
     * @param label a short name, such as {@code terraform}
     * @return a new connector
     */
    public CheckovConnector named(String label) {
        return new CheckovConnector(files, label, repository, limits);
    }

    /**
     * Limits the size of a file; 256 MiB unless set.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public CheckovConnector maxFileSize(long bytes) {
        return new CheckovConnector(files, name, repository, limits.withBytes(bytes));
    }

    /**
     * {@inheritDoc}
     *
     * @return {@code checkov:<repository>}, or {@code checkov:<file name>} if no repository was named, with
     *     {@code :<label>} if there is one
     */
    @Override
    public Scope scope() {
        String subject = repository == null ? files.name() : repository.value();
        return new Scope("checkov", name == null ? subject : subject + ":" + name);
    }

    @Override
    public Listing list() {
        return Listing.complete(files.list().stream()
                .map(file -> new CheckovReport(file, limits, repository))
                .toList());
    }
}
