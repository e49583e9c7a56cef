package dev.throughline.connector.gitlabreport;

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
 * Reads security reports that jobs of GitLab CI leave as artifacts ({@code gl-sast-report.json} and its like), schema 14 and
 * 15: static analysis, infrastructure as code, secret detection, dependency scanning and container scanning. Reports about
 * running sites and interfaces, and about fuzzing, are refused.
 *
 * <p>A report does not tell which repository it is about, so it {@linkplain #repository must be named}, unless it is about
 * images that it names with their digests. Findings in images that are named by tags only are laid on the repository.
 *
 * <p>Each finding becomes a {@link dev.throughline.model.Weakness} with its {@link dev.throughline.model.Rule} or
 * {@link dev.throughline.model.Vulnerability}. One that is flagged as a likely false positive says so by its state. Extracts
 * of code, descriptions and authors are never read.
 *
 * <p>Each file is a partition; its findings are read one by one. One whose scan failed, or looked only at what changed, is
 * incomplete. Immutable.
 *
 * @see <a href="https://gitlab.com/gitlab-org/security-products/security-report-schemas">GitLab: Security report schemas</a>
 */
public final class GitLabReportConnector implements Connector {
    private final SourceFiles files;
    private final @Nullable String name;
    private final @Nullable AssetKey repository;
    private final JsonLimits limits;

    private GitLabReportConnector(
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
    public static GitLabReportConnector files(Path path) {
        SourceFiles files = SourceFiles.at(path).named(name -> name.endsWith(".json") || name.endsWith(".json.gz"));
        return new GitLabReportConnector(files, null, null, JsonLimits.DEFAULT);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static GitLabReportConnector files(Path root, List<Path> files) {
        return new GitLabReportConnector(SourceFiles.of(root, files), null, null, JsonLimits.DEFAULT);
    }

    /**
     * Says which repository was scanned, or built the images that were.
     *
     * @param url any form that {@link dev.throughline.model.RepositoryUrl#parse} reads
     * @return a connector that lays the findings on this repository
     * @throws IllegalArgumentException if it names no repository
     */
    public GitLabReportConnector repository(String url) {
        return new GitLabReportConnector(files, name, AssetKey.repository(url), limits);
    }

    /**
     * Tells these files from others of the same repository that are read separately. It becomes a part of the scope.
     *
     * @param label a short name, such as {@code sast}
     * @return a new connector
     */
    public GitLabReportConnector named(String label) {
        return new GitLabReportConnector(files, label, repository, limits);
    }

    /**
     * Limits the size of a file; 256 MiB unless set.
     *
     * @param bytes the most bytes a file may have, unpacked
     * @return a connector that refuses larger files
     */
    public GitLabReportConnector maxFileSize(long bytes) {
        return new GitLabReportConnector(files, name, repository, limits.withBytes(bytes));
    }

    /**
     * {@inheritDoc}
     *
     * @return {@code gitlab-report:<repository>}, or {@code gitlab-report:<file name>} if no repository was named, with
     *     {@code :<label>} if there is one
     */
    @Override
    public Scope scope() {
        String subject = repository == null ? files.name() : repository.value();
        return new Scope("gitlab-report", name == null ? subject : subject + ":" + name);
    }

    @Override
    public Listing list() {
        return Listing.complete(files.list().stream()
                .map(file -> new SecurityReport(file, limits, repository))
                .toList());
    }
}
