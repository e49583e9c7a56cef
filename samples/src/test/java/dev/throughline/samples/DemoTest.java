package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.throughline.graph.EmbeddedNeo4j;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration, and commands on the graph it leaves. */
class DemoTest {
    @TempDir
    private static Path folder;

    private static Path graph;
    private static Ran demo;

    @BeforeAll
    static void runDemo() {
        graph = folder.resolve("graph");
        demo = run("demo", "--graph", graph.toString());
    }

    @Test
    void showsMappingFactorsPathsFindingsAndTheGraph() {
        assertThat(demo.exitCode()).as(demo.err()).isZero();
        assertThat(demo.out())
                .contains("ghcr.io/harborline/marketing-site:3.0.2", "conflict", "platform-build")
                .contains("but evidence names repository:github.com/harborline/payments-api by image-label (claimed)")
                .contains("registry.harborline.example/legacy/reports:7", "source missing: ")
                .contains("prod-eu/payments/Deployment/payments-api", "yes (wide)")
                .contains("allows lateral movement to critical")
                .contains("break it:", "harden:")
                .contains("CVE-2024-38819", "likelihood", "reach", "impact")
                .contains("Gaps", "Durations", graph.toString());
        assertThat(demo.err()).contains("read github:harborline: ");
    }

    @Test
    void leavesAGraphToLookAtAgain() {
        Ran findings = run("findings", "--limit", "1", "--graph", graph.toString());
        assertThat(findings.exitCode()).as(findings.err()).isZero();
        assertThat(findings.out()).contains("  1. critical");
    }

    @Test
    void answersAQuestionInCypher() throws IOException {
        Ran ran = run(
                "cypher",
                "cypher/what-runs-this-repository.cypher",
                "--param",
                "repository=repository:github.com/harborline/payments-api",
                "--graph",
                graph.toString(),
                "--format",
                "json");
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(new ObjectMapper().readTree(ran.out()).findValuesAsText("workload"))
                .containsExactly(
                        "workload:prod-eu/payments/Deployment/payments-api",
                        "workload:staging-eu/payments/Deployment/payments-api");
    }

    @Test
    void asksNothingThatWrites() throws IOException {
        Path question = Files.writeString(folder.resolve("write.cypher"), "CREATE (n:Asset {key: $key}) RETURN n;");
        Ran ran = run("cypher", question.toString(), "--param", "key=x", "--graph", graph.toString());
        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.err()).contains("read access mode");
    }

    @Test
    void aGraphIsForOneAtATime() {
        try (EmbeddedNeo4j other = EmbeddedNeo4j.at(graph)) {
            Ran ran = run("paths", "--graph", other.location());
            assertThat(ran.exitCode()).isEqualTo(3);
            assertThat(ran.err()).contains("in use");
        }
    }

    @Test
    void keepsNoSecret() throws IOException {
        for (String canary : Harborline.CANARIES) {
            assertThat(demo.out()).doesNotContain(canary);
            assertThat(demo.err()).doesNotContain(canary);
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(graph)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (String canary : Harborline.CANARIES) {
                assertThat(content.contains(canary)).as(canary + " in " + file).isFalse();
            }
        }
    }

    private static Ran run(String... args) {
        return Ran.command(GraphOptions::open, args);
    }
}
