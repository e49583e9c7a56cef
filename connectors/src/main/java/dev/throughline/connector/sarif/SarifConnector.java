package dev.throughline.connector.sarif;

import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.SourceFiles;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Scope;
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
 * Immutable.
 */
public final class SarifConnector implements Connector {
    private final SourceFiles files;
    private final @Nullable AssetKey repository;
    private final @Nullable String name;
    private final SarifLimits limits;

    private SarifConnector(
            SourceFiles files, @Nullable AssetKey repository, @Nullable String name, SarifLimits limits) {
        this.files = files;
        this.repository = repository;
        this.name = name;
        this.limits = limits;
    }

    /**
     * Reads one file, or every {@code .sarif}, {@code .sarif.json} and {@code .sarif.gz} file below a directory.
     *
     * @param path a file or directory
     * @return the connector
     */
    public static SarifConnector files(Path path) {
        return new SarifConnector(SourceFiles.at(path).named(SarifConnector::isSarif), null, null, SarifLimits.DEFAULT);
    }

    /**
     * Reads a list of files, whatever they are called.
     *
     * @param root directory they are all in
     * @param files paths, absolute or from the root
     * @return the connector
     */
    public static SarifConnector files(Path root, List<Path> files) {
        return new SarifConnector(SourceFiles.of(root, files), null, null, SarifLimits.DEFAULT);
    }

    private static boolean isSarif(String name) {
        return name.endsWith(".sarif") || name.endsWith(".sarif.json") || name.endsWith(".sarif.gz");
    }

    /**
     * Says which repository was scanned. Counts before what a log says itself.
     *
     * @param url any address of the repository
     * @return a new connector
     * @throws IllegalArgumentException if it is not the address of a repository
     */
    public SarifConnector repository(String url) {
        return new SarifConnector(files, AssetKey.repository(url), name, limits);
    }

    /**
     * Tells these files from others of the same repository that are read separately, such as {@code codeql}. It becomes a
     * part of the scope.
     *
     * @param label a short name
     * @return a new connector
     */
    public SarifConnector named(String label) {
        return new SarifConnector(files, repository, label, limits);
    }

    /**
     * Limits how much of a file is read. A file with more is incomplete.
     *
     * @param most most runs of a file; 20 unless set, as on GitHub
     * @return a new connector
     */
    public SarifConnector maxRuns(int most) {
        return new SarifConnector(files, repository, name, new SarifLimits(most, limits.results(), limits.json()));
    }

    /**
     * Limits how much of a run is read. A file with more is incomplete.
     *
     * @param most most results of a run; 25,000 unless set, as on GitHub
     * @return a new connector
     */
    public SarifConnector maxResults(int most) {
        return new SarifConnector(files, repository, name, new SarifLimits(limits.runs(), most, limits.json()));
    }

    /**
     * Limits how large a file may be. A larger file is refused.
     *
     * @param bytes most bytes after decompression; 256 MiB unless set
     * @return a new connector
     */
    public SarifConnector maxFileSize(long bytes) {
        JsonLimits json = limits.json().withBytes(bytes).withTokens(bytes);
        return new SarifConnector(files, repository, name, new SarifLimits(limits.runs(), limits.results(), json));
    }

    /**
     * {@inheritDoc}
     *
     * @return {@code sarif:<repository>}, or {@code sarif:<file name>} if no repository was named, with {@code :<label>} if
     *     there is one
     */
    @Override
    public Scope scope() {
        String subject = repository == null ? files.name() : repository.value();
        return new Scope("sarif", name == null ? subject : subject + ":" + name);
    }

    @Override
    public Listing list() {
        return Listing.complete(files.list().stream().map(LogFile::new).toList());
    }

    private final class LogFile implements Partition {
        private final InputFile file;

        LogFile(InputFile file) {
            this.file = file;
        }

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
