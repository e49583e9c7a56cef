package dev.throughline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.throughline.Estate;
import dev.throughline.Throughline;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Node;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Scope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads a large partition in a process of its own that has little memory, or little disk. */
class SmallProcessTest {
    private static final int NODES = 500_000;

    @TempDir
    private Path temporary;

    @Test
    void readsAPartitionThatIsManyTimesLargerThanTheMemory() throws Exception {
        assertThat(run("exec \"$@\"", "-Xmx160m", 1)).contains(2 * NODES + " facts, run 1");
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void readsSeveralSuchSourcesAtATime() throws Exception {
        assertThat(run("exec \"$@\"", "-Xmx320m", 3).lines())
                .containsOnly(2 * NODES + " facts, run 1")
                .hasSize(3);
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void endsWithOneClearErrorWhenTheDiskIsFull() throws Exception {
        assumeThat(Path.of("/bin/bash"))
                .as("a shell that limits the size of files")
                .exists();

        assertThat(run("ulimit -f 500; exec \"$@\"", "-Xmx512m", 1))
                .contains("cannot keep what was read in ")
                .contains("File too large; nothing was committed")
                .contains("run 0");
        try (Stream<Path> left = Files.walk(temporary)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private String run(String script, String heap, int sources) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "/bin/bash",
                        "-c",
                        script,
                        "-",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargePartition.class.getName(),
                        String.valueOf(sources))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** The process: reads sources of one partition each into memory and tells what came of it. */
    record LargePartition(Scope scope) implements Connector, Partition {
        public static void main(String[] arguments) {
            InMemoryRiskStore store = new InMemoryRiskStore();
            LargePartition[] sources = IntStream.range(0, Integer.parseInt(arguments[0]))
                    .mapToObj(i -> new LargePartition(new Scope("test", "large-" + i)))
                    .toArray(LargePartition[]::new);
            try (Throughline throughline = Throughline.storedIn(store)) {
                throughline
                        .ingest(sources)
                        .forEach(report -> System.out.println(report.facts() + " facts, run " + report.run()));
            } catch (StoreException e) {
                System.out.println(e.getMessage() + "; run "
                        + store.head(sources[0].scope()).map(Snapshot::run).orElse(0L));
            }
        }

        @Override
        public Listing list() {
            return Listing.complete(List.of(this));
        }

        @Override
        public String name() {
            return "all";
        }

        @Override
        public Completeness read(FactSink sink) {
            for (int i = 0; i < NODES; i++) {
                AssetKey key = AssetKey.of(AssetKind.NODE, "prod/" + i * 7919L % NODES);
                sink.accept(new Node(key, "node number " + i, null, null, null, null));
                sink.accept(new Relation(Estate.CLUSTER, RelationType.CONTAINS, key));
            }
            return Completeness.complete();
        }
    }
}
