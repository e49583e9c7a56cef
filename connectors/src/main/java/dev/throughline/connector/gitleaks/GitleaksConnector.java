package dev.throughline.connector.gitleaks;

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
 * Reads reports that gitleaks 8 wrote with {@code --report-format json}, of a Git history or a directory. A report does not
 * tell which repository it is about, so it {@linkplain #repository must be named}.
 *
 * <p>Each finding becomes a {@link dev.throughline.model.Weakness} with its {@link dev.throughline.model.Rule}. The fields
 * that hold the line around a credential or the person who wrote it are never asked for, and the credential itself only to
 * {@linkplain #hashingSecrets hash} it. The same finding has the same key in a SARIF log of gitleaks.
 *
 * <p>Each file is a partition; its findings are read one by one.
 *
 * <p>The scope is {@code gitleaks:<repository>}, or {@code gitleaks:<file name>} if no repository was named, with {@code :<name>}
 * behind it if the files were {@linkplain #named named}. Immutable.
 *
 * @see <a href="https://github.com/gitleaks/gitleaks#reporting">gitleaks: Reporting</a>
 */
public final class GitleaksConnector extends RepositoryScanConnector<GitleaksConnector> {
    private final SecretHash secrets;

    private GitleaksConnector(FileSource source, @Nullable AssetKey repository, SecretHash secrets) {
        super("gitleaks", source, repository);
        this.secrets = secrets;
    }

    /**
     * Reads a file, or all {@code .json} and {@code .json.gz} files below a directory.
     *
     * @param path a file or directory
     * @return the connector
     */
    public static GitleaksConnector files(Path path) {
        return new GitleaksConnector(FileSource.at(path, ".json"), null, SecretHash.NONE);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static GitleaksConnector files(Path root, List<Path> files) {
        return new GitleaksConnector(FileSource.of(root, files), null, SecretHash.NONE);
    }

    /**
     * Keeps a keyed hash of each credential that a report holds whole, by which the same credential is known wherever it is
     * found. Without a key nothing of it is kept.
     *
     * @param key a random key of at least 32 bytes, the same for all sources and from one reading to the next
     * @return a connector that keeps hashes
     * @throws IllegalArgumentException if the key is shorter
     */
    public GitleaksConnector hashingSecrets(byte[] key) {
        return new GitleaksConnector(source(), repository(), SecretHash.withKey(key));
    }

    @Override
    protected GitleaksConnector with(FileSource changed, @Nullable AssetKey about) {
        return new GitleaksConnector(changed, about, secrets);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits, @Nullable AssetKey about) {
        return new GitleaksReport(file, limits, about, secrets);
    }
}
