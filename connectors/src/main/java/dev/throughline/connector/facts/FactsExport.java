package dev.throughline.connector.facts;

import com.google.common.hash.Hashing;
import dev.throughline.model.Scope;
import dev.throughline.store.PartitionState;
import dev.throughline.store.RecordedFacts;
import dev.throughline.store.RiskStore;
import dev.throughline.store.Snapshot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/**
 * Writes what a store holds as files of facts: a folder for each scope, and in it a file for each partition, packed with
 * gzip. {@link FactsConnector#scopes()} reads them back into the same scopes and partitions, fact by fact the same, and
 * what was incomplete is incomplete again. When facts were observed, and earlier versions, are not written.
 */
public final class FactsExport {
    private FactsExport() {}

    /**
     * What was written.
     *
     * @param scopes number of scopes
     * @param partitions number of their partitions, which is that of the files
     * @param facts number of facts in them
     */
    public record Written(int scopes, int partitions, long facts) {}

    /**
     * Writes scopes. Memory does not grow with them.
     *
     * @param store holds them
     * @param snapshots versions of them, such as {@link RiskStore#heads()}
     * @param directory a directory that does not exist yet; it appears when all is written, readable by its
     *     owner only. If that fails, what was written stays beside it under a name that begins with a dot
     * @return what was written
     * @throws UncheckedIOException if it exists, or cannot be written
     */
    public static Written write(RiskStore store, List<Snapshot> snapshots, Path directory) {
        if (Files.exists(directory)) {
            throw new UncheckedIOException(
                    directory + " exists already: an export needs a new folder",
                    new FileAlreadyExistsException(directory.toString()));
        }
        try {
            Path parent = Objects.requireNonNull(directory.toAbsolutePath().getParent());
            Path unfinished = Files.createTempDirectory(parent, "." + directory.getFileName() + "-");
            for (Snapshot snapshot : snapshots) {
                write(
                        store,
                        snapshot,
                        Files.createDirectory(
                                unfinished.resolve(fileName(snapshot.scope().toString()))));
            }
            Files.move(unfinished, directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write an export to " + directory + ": " + e, e);
        }
        return new Written(
                snapshots.size(),
                snapshots.stream().mapToInt(scope -> scope.partitions().size()).sum(),
                snapshots.stream().mapToLong(Snapshot::facts).sum());
    }

    private static void write(RiskStore store, Snapshot snapshot, Path folder) {
        RecordedFacts.read(store, snapshot, (partition, facts) -> {
            Path file = folder.resolve(fileName(partition.name()) + ".jsonl.gz");
            try (FactsWriter writer = FactsWriter.to(
                    new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file))),
                    header(snapshot, partition))) {
                facts.accept(writer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static FactsHeader header(Snapshot snapshot, PartitionState partition) {
        Scope scope = snapshot.scope();
        return new FactsHeader(scope, partition.name(), partition.staleBecause(), snapshot.listingIncompleteBecause());
    }

    /** A name that every file system takes: what is harmless of a text, and a hash that tells texts apart. */
    private static String fileName(String text) {
        String harmless = text.replaceAll("[^A-Za-z0-9._-]+", "_").replaceFirst("^\\.", "_");
        String hash = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
        return harmless.substring(0, Math.min(60, harmless.length())) + "-" + hash.substring(0, 16);
    }
}
