package dev.throughline.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Reads what may be anything, and allows nothing but facts and reasons. */
final class Untrusted {
    private Untrusted() {}

    /** Whether all of a file with these bytes was of use. */
    static boolean isSound(String kind, Path folder, byte[] bytes, Collected sink) throws IOException {
        Path file = Path.of(Readers.name(kind));
        Files.createDirectories(folder.resolve(file).getParent());
        Files.write(folder.resolve(file), bytes);
        return isSound(kind, folder, file, sink);
    }

    /** Whether all of a file was of use. What was not must have a reason. */
    static boolean isSound(String kind, Path root, Path file, Collected sink) {
        boolean complete;
        try (Listing listing = Readers.connector(kind, root, file).list()) {
            complete = listing.completeness().equals(Completeness.complete());
            for (Partition partition : listing.partitions()) {
                complete &= partition.read(sink).equals(Completeness.complete());
            }
        } catch (SourceException e) {
            assertThat(e).hasMessageMatching("(?s)\\S.{10,}");
            return false;
        }
        assertThat(sink.accountsForItsRecords()).isTrue();
        assertThat(sink.rejections()).allMatch(rejection -> !Set.of("", "null").contains(rejection.cause()));
        return complete && sink.rejections().isEmpty();
    }
}
