package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read sources, and those that hand out or give up what was read. */
class IngestCommandsTest {
    private static final InMemoryRiskStore STORE = new InMemoryRiskStore();

    private static Ran firstIngest;

    @TempDir
    private Path folder;

    @BeforeAll
    static void ingest() {
        firstIngest = run("ingest", Harborline.ESTATE.toString(), "--format", "json");
    }

    @Test
    void ingestTellsWhatItRead() throws Exception {
        assertThat(firstIngest.exitCode()).isZero();
        JsonNode readings = firstIngest.valid("ingest");
        assertThat(readings).hasSize(22);
        assertThat(readings).allMatch(reading -> reading.get("status").asText().equals("changed"));
        assertThat(readings).allSatisfy(reading -> {
            JsonNode records = reading.get("records");
            assertThat(records.get("accepted").asLong()
                            + records.get("merged").asLong()
                            + records.get("rejected").asLong())
                    .isEqualTo(records.get("read").asLong())
                    .isPositive();
        });
        assertThat(firstIngest.err()).contains("1/22 read ", "22/22 read ");
    }

    @Test
    void secondIngestWritesNothing() throws Exception {
        Ran again = run("ingest", Harborline.ESTATE.toString(), "--format", "json");
        assertThat(again.exitCode()).isZero();
        assertThat(again.valid("ingest"))
                .allMatch(reading -> reading.get("status").asText().equals("unchanged"))
                .allMatch(reading -> reading.get("chunksWritten").asInt() == 0);
    }

    @Test
    void aSourceCanBeRetracted() throws Exception {
        Path estate = Files.writeString(
                folder.resolve("estate.yaml"), "sources:\n  - type: classification\n    path: mine.yaml\n");
        Files.copy(Harborline.ESTATE.resolveSibling("classification.yaml"), folder.resolve("mine.yaml"));
        InMemoryRiskStore store = new InMemoryRiskStore();
        assertThat(Ran.on(store, "ingest", estate.toString(), "--accept-losses").exitCode())
                .isZero();
        String scope = store.heads().get(0).scope().toString();

        assertThat(Ran.on(store, "retract", "github:nobody").exitCode()).isEqualTo(2);
        assertThat(Ran.on(store, "retract", scope).out()).contains("retracted " + scope);
        assertThat(store.heads()).isEmpty();
    }

    @Test
    void whatIsExportedReadsAsTheSame() throws Exception {
        Path export = folder.resolve("export");
        assertThat(run("export", export.toString()).out())
                .matches("wrote [\\d,]+ facts of 22 scopes into \\d+ files\n");
        assertThat(run("export", export.toString()).err()).contains("an export needs a new folder");
        assertThat(run("export", folder.resolve("none").toString(), "--scope", "github:nobody")
                        .exitCode())
                .isEqualTo(2);
        Path estate = Files.writeString(folder.resolve("copy.yaml"), "sources:\n  - type: facts\n    path: export\n");
        InMemoryRiskStore store = new InMemoryRiskStore();

        Ran ran = Ran.on(store, "ingest", estate.toString(), "--format", "json");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.valid("ingest").findValuesAsText("scope"))
                .containsExactlyElementsOf(Ran.read(firstIngest.out()).findValuesAsText("scope").stream()
                        .sorted()
                        .toList());
        assertThat(store.heads().stream().mapToLong(Snapshot::facts).sum())
                .isEqualTo(Ran.read(firstIngest.out()).findValues("facts").stream()
                        .mapToLong(JsonNode::asLong)
                        .sum());
        try (Stream<Path> files = Files.walk(export)) {
            for (Path file : files.filter(Files::isRegularFile).limit(5).toList()) {
                for (String line : new String(
                                new GZIPInputStream(Files.newInputStream(file)).readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList()) {
                    Ran.valid("facts", line);
                }
            }
        }
    }

    @Test
    void historyCanBeDiscarded() {
        assertThat(run("discard-history", "--keep", "P1D").out()).contains("discarded 0 runs and 0 chunks");
        assertThat(run("discard-history", "--keep", "a month").exitCode()).isEqualTo(2);
    }

    @Test
    void aSourceThatFailsLeavesTheOthers() throws Exception {
        Path estate = Files.writeString(folder.resolve("ESTATE.yaml"), """
            sources:
              - type: trivy
                path: '*.json'
              - type: sarif
                path: broken.sarif
                repository: github.com/harborline/storefront
              - type: kubernetes
                path: cluster.yaml
                cluster: test
              - type: kubernetes
                path: cluster.yaml
                cluster: test
              - type: sarif
                path: broken.sarif
                repository: not a repository
            """);
        Files.writeString(folder.resolve("broken.sarif"), "{\"version\": \"2.1.0\", \"runs\": [");
        Files.writeString(
                folder.resolve("cluster.yaml"),
                "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: a, namespace: b}\n");
        InMemoryRiskStore store = new InMemoryRiskStore();
        Ran ran = Ran.on(store, "ingest", estate.toString(), "--format", "json");

        assertThat(ran.exitCode()).isEqualTo(3);
        JsonNode readings = ran.valid("ingest");
        assertThat(readings.findValuesAsText("status"))
                .containsExactly("failed", "incomplete", "changed", "failed", "failed");
        assertThat(ran.err())
                .contains("line 2: no file fits", "incomplete: sarif:github.com/harborline/storefront broken.sarif")
                .contains("line 10: reads kubernetes:test as the source on line 7")
                .contains("line 13: ");
        assertThat(store.heads()).hasSize(2);
    }

    @Test
    void anEstateThatIsNotOneIsAnInputError() throws IOException {
        Path estate = Files.writeString(folder.resolve("ESTATE.yaml"), "sources:\n  - type: unknown\n");
        Ran ran = run("ingest", estate.toString());
        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("line 2: there is no type 'unknown'");
        assertThat(run("ingest", "none.yaml").exitCode()).isEqualTo(3);
    }

    private static Ran run(String... args) {
        return Ran.on(STORE, args);
    }
}
