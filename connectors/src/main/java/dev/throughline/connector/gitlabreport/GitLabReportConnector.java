package dev.throughline.connector.gitlabreport;

import dev.throughline.connector.support.FileSource;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.RepositoryScanConnector;
import dev.throughline.connector.support.SecretHash;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
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
 * of code, descriptions and authors are never read, but for a credential to {@linkplain #hashingSecrets hash} it.
 *
 * <p>Each file is a partition; its findings are read one by one. One whose scan failed, or looked only at what changed, is
 * incomplete.
 *
 * <p>The scope is {@code gitlab-report:<repository>}, or {@code gitlab-report:<file name>} if no repository was named, with {@code :<name>}
 * behind it if the files were {@linkplain #named named}. Immutable.
 *
 * @see <a href="https://gitlab.com/gitlab-org/security-products/security-report-schemas">GitLab: Security report schemas</a>
 */
public final class GitLabReportConnector extends RepositoryScanConnector<GitLabReportConnector> {
    private final SecretHash secrets;

    private GitLabReportConnector(FileSource source, @Nullable AssetKey repository, SecretHash secrets) {
        super("gitlab-report", source, repository);
        this.secrets = secrets;
    }

    /**
     * Reads a file, or all {@code .json} and {@code .json.gz} files below a directory.
     *
     * @param path a file or directory
     * @return the connector
     */
    public static GitLabReportConnector files(Path path) {
        return new GitLabReportConnector(FileSource.at(path, ".json"), null, SecretHash.NONE);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static GitLabReportConnector files(Path root, List<Path> files) {
        return new GitLabReportConnector(FileSource.of(root, files), null, SecretHash.NONE);
    }

    /**
     * Keeps a keyed hash of each credential that a report holds whole, by which the same credential is known wherever it is
     * found. Without a key nothing of it is kept.
     *
     * @param key a random key of at least 32 bytes, the same for all sources and from one reading to the next
     * @return a connector that keeps hashes
     * @throws IllegalArgumentException if the key is shorter
     */
    public GitLabReportConnector hashingSecrets(byte[] key) {
        return new GitLabReportConnector(source(), repository(), SecretHash.withKey(key));
    }

    @Override
    protected GitLabReportConnector with(FileSource changed, @Nullable AssetKey about) {
        return new GitLabReportConnector(changed, about, secrets);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits, @Nullable AssetKey about) {
        return new SecurityReport(file, limits, about, secrets);
    }
}
