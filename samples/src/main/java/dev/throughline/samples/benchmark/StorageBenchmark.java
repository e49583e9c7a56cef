package dev.throughline.samples.benchmark;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.throughline.Throughline;
import dev.throughline.graph.EmbeddedNeo4j;
import dev.throughline.store.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much larger the files of the database become by the record of an estate. Its transaction logs are not among them. */
final class StorageBenchmark {
    private StorageBenchmark() {}

    static List<Figure> run(HeldEstate estate) {
        try {
            Path directory = Files.createTempDirectory("throughline-storage-");
            try {
                return List.of(Figure.number("bytes in the database per fact", bytesPerFact(estate, directory), 40));
            } finally {
                MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Measured while the store is closed: only then is all of it in the files. */
    private static double bytesPerFact(HeldEstate estate, Path directory) throws IOException {
        EmbeddedNeo4j.at(directory).close();
        long empty = bytes(directory);
        long facts;
        try (EmbeddedNeo4j store = EmbeddedNeo4j.at(directory);
                Throughline throughline = Throughline.storedIn(store)) {
            throughline.ingest(estate.sources());
            facts = store.heads().stream().mapToLong(Snapshot::facts).sum();
        }
        return (double) (bytes(directory) - empty) / facts;
    }

    private static long bytes(Path directory) throws IOException {
        Path database = directory.resolve("data/databases/neo4j");
        try (Stream<Path> files = Files.walk(database)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isOfStore(database.relativize(file)))
                    .mapToLong(StorageBenchmark::size)
                    .sum();
        }
    }

    private static boolean isOfStore(Path file) {
        return file.startsWith("schema") || file.toString().startsWith("neostore");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
