package dev.throughline.connector.sarif;

import dev.throughline.connector.support.FileSource;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.RepositoryScanConnector;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads logs in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0), one partition for each file, packed
 * with gzip or not.
 *
 * <p>Each result that is a failure becomes a {@link dev.throughline.model.Weakness} that affects the scanned repository.
 * The repository is the one that is named here or else the one that the log names itself ({@code
 * runs[].versionControlProvenance[].repositoryUri}, §3.14.16); a log of which neither is known is refused. Paths and
 * addresses in a log are data: nothing is looked up with them. Snippets are not kept, and of a
 * message only the first line, where no rule gives a title.
 *
 * <p>A run that says it failed, has no results property, or has more results than are read makes its file incomplete.
 *
 * <p>The scope is {@code sarif:<repository>}, or {@code sarif:<file name>} if no repository was named, with {@code :<name>}
 * behind it if the files were {@linkplain #named named}. Immutable.
 */
public final class SarifConnector extends RepositoryScanConnector<SarifConnector> {
    private final int runs;
    private final int results;

    private SarifConnector(FileSource source, @Nullable AssetKey repository, int runs, int results) {
        super("sarif", source, repository);
        this.runs = runs;
        this.results = results;
    }

    /**
     * Reads one file, or every {@code .sarif} and {@code .sarif.json} file below a directory, packed with gzip or not.
     *
     * @param path a file or directory
     * @return the connector
     */
    public static SarifConnector files(Path path) {
        return of(FileSource.at(path, ".sarif", ".sarif.json"));
    }

    /**
     * Reads a list of files, whatever they are called.
     *
     * @param root directory they are all in
     * @param files paths, absolute or from the root
     * @return the connector
     */
    public static SarifConnector files(Path root, List<Path> files) {
        return of(FileSource.of(root, files));
    }

    private static SarifConnector of(FileSource source) {
        SarifLimits limits = SarifLimits.DEFAULT;
        return new SarifConnector(source.limits(limits.json()), null, limits.runs(), limits.results());
    }

    /**
     * Limits how much of a file is read. A file with more is incomplete.
     *
     * @param most most runs of a file; 20 unless set, as on GitHub
     * @return a new connector
     */
    public SarifConnector maxRuns(int most) {
        return new SarifConnector(source(), repository(), most, results);
    }

    /**
     * Limits how much of a run is read. A file with more is incomplete.
     *
     * @param most most results of a run; 25,000 unless set, as on GitHub
     * @return a new connector
     */
    public SarifConnector maxResults(int most) {
        return new SarifConnector(source(), repository(), runs, most);
    }

    @Override
    protected SarifConnector with(FileSource changed, @Nullable AssetKey about) {
        return new SarifConnector(changed, about, runs, results);
    }

    @Override
    protected Partition partition(InputFile file, JsonLimits limits, @Nullable AssetKey about) {
        return new LogFile(file, new SarifLimits(runs, results, limits), about);
    }

    private record LogFile(
            InputFile file, SarifLimits limits, @Nullable AssetKey repository) implements Partition {
        @Override
        public String name() {
            return file.name();
        }

        @Override
        public Completeness read(FactSink sink) {
            return new LogReader(file, repository, limits, sink).read();
        }
    }
}
