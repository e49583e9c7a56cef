package dev.throughline.connector.checkov;

import dev.throughline.connector.support.FileSource;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.RepositoryScanConnector;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
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
 * Checkov, unless it fails several times in one file: then the resource tells them apart here, and their order there.
 *
 * <p>Each file is a partition. One in which Checkov could not parse a file is incomplete.
 *
 * <p>The scope is {@code checkov:<repository>}, or {@code checkov:<file name>} if no repository was named, with {@code :<name>}
 * behind it if the files were {@linkplain #named named}. Immutable.
 *
 * @see <a href="https://www.checkov.io/2.Basics/Reviewing%20Scan%20Results.html">Checkov: Reviewing scan results</a>
 */
public final class CheckovConnector extends RepositoryScanConnector<CheckovConnector> {
    private CheckovConnector(FileSource source, @Nullable AssetKey repository) {
        super("checkov", source, repository);
    }

    /**
     * Reads a file, or all {@code .json} and {@code .json.gz} files below a directory.
     *
     * @param path a file or directory
     * @return the connector
     */
    public static CheckovConnector files(Path path) {
        return new CheckovConnector(FileSource.at(path, ".json"), null);
    }

    /**
     * Reads some files of a directory.
     *
     * @param root a directory
     * @param files files in it, absolute or relative to it
     * @return the connector
     */
    public static CheckovConnector files(Path root, List<Path> files) {
        return new CheckovConnector(FileSource.of(root, files), null);
    }

    @Override
    protected CheckovConnector with(FileSource changed, @Nullable AssetKey about) {
        return new CheckovConnector(changed, about);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits, @Nullable AssetKey about) {
        return new CheckovReport(file, limits, about);
    }
}
