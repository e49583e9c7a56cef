package dev.throughline.connector.gitleaks;

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
 * Reads reports that gitleaks 8 wrote with {@code --report-format json}, of a Git history or a directory. A report does not
 * tell which repository it is about, so it {@linkplain #repository must be named}.
 *
 * <p>Each finding becomes a {@link dev.throughline.model.Weakness} with its {@link dev.throughline.model.Rule}. The fields
 * that hold the credential, the line around it or the person who wrote it are never asked for, and nothing that could tell
 * one credential from another is kept. The same finding has the same key in a SARIF log of gitleaks.
 *
 * <p>Each file is a partition; its findings are read one by one. Immutable.
 *
 * @see <a href="https://github.com/gitleaks/gitleaks#reporting">gitleaks: Reporting</a>
 */
public final class GitleaksConnector implements Connector {
    private final SourceFiles files;
    private final @Nullable String name;
    private final @Nullable AssetKey repository;
    private final JsonLimits limits;

    private GitleaksConnector(
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
    public static GitleaksConnector files(Path path) {
        SourceFiles files = SourceFiles.at(path).named(name -> name.endsWith(".json") || name.endsWith(".json.gz"));
        return new GitleaksConnector(files, null, null, JsonLimits.DEFAULT);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static GitleaksConnector files(Path root, List<Path> files) {
        return new GitleaksConnector(SourceFiles.of(root, files), null, null, JsonLimits.DEFAULT);
    }

    /**
     * Says which repository was scanned.
     *
     * @param url any form that {@link dev.throughline.model.RepositoryUrl#parse} reads
     * @return a connector that lays the findings on this repository
     * @throws IllegalArgumentException if it names no repository
     */
    public GitleaksConnector repository(String url) {
        return new GitleaksConnector(files, name, AssetKey.repository(url), limits);
    }

    /**
     * Tells these files from others of the same repository that are read separately. It becomes a part of the scope.
     *
     * @param label a short name, such as {@code history}
     * @return a new connector
     */
    public GitleaksConnector named(String label) {
        return new GitleaksConnector(files, label, repository, limits);
    }

    /**
     * Limits the size of a file; 256 MiB unless set.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public GitleaksConnector maxFileSize(long bytes) {
        return new GitleaksConnector(files, name, repository, limits.withBytes(bytes));
    }

    /**
     * {@inheritDoc}
     *
     * @return {@code gitleaks:<repository>}, or {@code gitleaks:<file name>} if no repository was named, with
     *     {@code :<label>} if there is one
     */
    @Override
    public Scope scope() {
        String subject = repository == null ? files.name() : repository.value();
        return new Scope("gitleaks", name == null ? subject : subject + ":" + name);
    }

    @Override
    public Listing list() {
        return Listing.complete(files.list().stream()
                .map(file -> new GitleaksReport(file, limits, repository))
                .toList());
    }
}
