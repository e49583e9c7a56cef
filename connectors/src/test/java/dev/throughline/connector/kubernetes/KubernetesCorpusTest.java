package dev.throughline.connector.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real manifests and exports, each read as a dump of its own and all of them as one. */
final class KubernetesCorpusTest {
    static final Path CORPUS = Path.of(System.getProperty("throughline.corpus", "absent"));

    @ParameterizedTest
    @ValueSource(strings = {"k8s-manifest", "kubectl-json"})
    void everyRealFileIsReadOrRefusedWithFilePlaceAndCause(String kind) throws IOException {
        List<Path> files = filesOf(kind);
        int read = 0;
        for (Path file : files) {
            Collected sink = new Collected();
            List<String> refusals = read(List.of(file), sink);
            read += refusals.isEmpty() ? 1 : 0;

            assertThat(refusals).allSatisfy(refusal -> assertThat(refusal).contains(file.toString()));
            assertThat(sink.rejections()).extracting(Rejection::source).allMatch(file.toString()::equals);
        }
        assertThat(read).isEqualTo(files.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"k8s-manifest", "kubectl-json"})
    void theFilesTogetherAreReadCompletely(String kind) throws IOException {
        Collected sink = new Collected();

        assertThat(read(filesOf(kind), sink)).isEmpty();
        assertThat(sink.relations()).isNotEmpty();
    }

    private static List<String> read(List<Path> files, Collected sink) {
        List<String> refusals = new ArrayList<>();
        try {
            List<Partition> partitions = KubernetesConnector.dump(CORPUS, files)
                    .cluster("corpus")
                    .list()
                    .partitions();
            for (Partition partition : partitions) {
                if (partition.read(sink) instanceof Completeness.Partial partial) {
                    refusals.add(partial.reason());
                }
            }
        } catch (SourceException e) {
            refusals.add(String.valueOf(e.getMessage()));
        }
        return refusals;
    }

    static List<Path> filesOf(String kind) throws IOException {
        Path manifest = CORPUS.resolve("MANIFEST.md");
        assumeThat(manifest).as("the corpus of real files").exists();
        List<Path> files = new ArrayList<>();
        boolean wanted = false;
        for (String line : Files.readAllLines(manifest)) {
            if (line.startsWith("## ")) {
                wanted = line.equals("## " + kind);
            } else if (wanted && line.startsWith("- `")) {
                Path file = Path.of(line.substring(3, line.indexOf('`', 3)));
                if (Files.isRegularFile(CORPUS.resolve(file))) {
                    files.add(file);
                }
            }
        }
        return files;
    }
}
