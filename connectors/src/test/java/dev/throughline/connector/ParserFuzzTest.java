package dev.throughline.connector;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.throughline.connector.support.Collected;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A parser reads whatever bytes, or refuses them with a reason. {@link HostileInputTest} says so of documents that somebody
 * thought of; {@code mvn -P fuzz} looks for others, guided by the coverage of one parser: that of {@code -Dfuzz=<kind>}, for
 * any kind of {@link Readers}.
 */
final class ParserFuzzTest {
    private static final String KIND = System.getProperty("throughline.fuzz", "sarif");

    @TempDir
    private Path folder;

    @MethodSource
    @FuzzTest
    void readsOrRefuses(byte[] bytes) throws IOException {
        Untrusted.isSound(KIND, folder, bytes, new Collected());
    }

    static List<byte[]> readsOrRefuses() throws IOException {
        return CorpusFiles.found().small(KIND);
    }
}
