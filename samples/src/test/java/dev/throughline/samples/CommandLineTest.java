package dev.throughline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.throughline.mapping.Cause;
import dev.throughline.mapping.LinkMethod;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands, on a graph in memory. */
class CommandLineTest {
    private static final String PAYMENTS = "workload:prod-eu/payments/Deployment/payments-api";
    private static final String MARKETING = "workload:prod-eu/growth/Deployment/marketing-site";
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
        JsonNode readings = valid("ingest", firstIngest.out());
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
        assertThat(valid("ingest", again.out()))
                .allMatch(reading -> reading.get("status").asText().equals("unchanged"))
                .allMatch(reading -> reading.get("chunksWritten").asInt() == 0);
    }

    @Test
    void aSourceCanBeRetracted() throws Exception {
        Path estate = Files.writeString(
                folder.resolve("estate.yaml"), "sources:\n  - type: classification\n    path: mine.yaml\n");
        Files.copy(Harborline.ESTATE.resolveSibling("classification.yaml"), folder.resolve("mine.yaml"));
        InMemoryRiskStore store = new InMemoryRiskStore();
        assertThat(onStore(store, "ingest", estate.toString(), "--accept-losses")
                        .exitCode())
                .isZero();
        String scope = store.heads().get(0).scope().toString();

        assertThat(onStore(store, "retract", "github:nobody").exitCode()).isEqualTo(2);
        assertThat(onStore(store, "retract", scope).out()).contains("retracted " + scope);
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

        Ran ran = onStore(store, "ingest", estate.toString(), "--format", "json");

        assertThat(ran.exitCode()).isZero();
        assertThat(valid("ingest", ran.out()).findValuesAsText("scope"))
                .containsExactlyElementsOf(read(firstIngest.out()).findValuesAsText("scope").stream()
                        .sorted()
                        .toList());
        assertThat(store.heads().stream().mapToLong(Snapshot::facts).sum())
                .isEqualTo(read(firstIngest.out()).findValues("facts").stream()
                        .mapToLong(JsonNode::asLong)
                        .sum());
        try (Stream<Path> files = Files.walk(export)) {
            for (Path file : files.filter(Files::isRegularFile).limit(5).toList()) {
                for (String line : new String(
                                new GZIPInputStream(Files.newInputStream(file)).readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList()) {
                    valid("facts", line);
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
    void assessCountsAndPublishes() throws Exception {
        Ran ran = run("assess", "--format", "json");
        assertThat(ran.exitCode()).isZero();
        JsonNode assessment = valid("assess", ran.out());
        assertThat(assessment.at("/kinds/Workload").asInt()).isEqualTo(11);
        assertThat(assessment.at("/factors/internet-exposed/yes").asInt()).isPositive();
        assertThat(assessment.at("/findings/critical").asInt()).isPositive();
        assertThat(assessment.at("/published/nodes").asInt()).isPositive();
        assertThat(run("assess").out()).contains("Risk factors", "internet-exposed");
    }

    @Test
    void templatesAreAnswered() throws Exception {
        Ran ran = run("explore", "exposed-workloads-with-severe-images", "--format", "json");
        assertThat(ran.exitCode()).isZero();
        JsonNode answer = valid("explore", ran.out());
        assertThat(answer.get("columns")).hasSize(4);
        assertThat(answer.at("/rows/0/0").asText()).startsWith("workload:");

        Ran table = run("explore", "repositories-with-secrets", "--limit", "1");
        assertThat(table.out()).contains("Code repositories that contain secrets", "repository:", "1 rows");
    }

    @Test
    void theNamesOfTheTemplatesAreToldToWhoDoesNotKnowThem() {
        assertThat(run("explore", "--help").out()).contains("repositories-with-secrets");
        Ran wrong = run("explore", "everything");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("repositories-with-secrets");
    }

    @Test
    void findingsAreAContract() throws Exception {
        Ran ran = run("findings", "--format", "json");
        assertThat(ran.exitCode()).isZero();
        assertThat(valid("findings", ran.out())).isNotEmpty();
    }

    @Test
    void findingsCanBeNarrowed() throws Exception {
        JsonNode narrowed = valid(
                "findings",
                run(
                                "findings",
                                "--at",
                                PAYMENTS,
                                "--factor",
                                "internet-exposed",
                                "--factor",
                                "sensitive-data",
                                "--level",
                                "critical",
                                "--type",
                                "container-image",
                                "--in-production",
                                "--limit",
                                "1",
                                "--format",
                                "json")
                        .out());
        assertThat(narrowed).hasSize(1);
        assertThat(narrowed.at("/0/vulnerability").asText()).isEqualTo("vulnerability:CVE-2024-38819");
        assertThat(narrowed.at("/0/level").asText()).isEqualTo("critical");
    }

    @Test
    void findingsForPeopleShowTheirTerms() {
        assertThat(run("findings", "--limit", "3").out()).contains("  1. critical", "likelihood", "reach", "impact");
    }

    @Test
    void pathsAreAContract() throws Exception {
        assertThat(valid("paths", run("paths", "--format", "json").out())).isNotEmpty();
        assertThat(valid("paths", run("paths", "--all", "--format", "json").out()))
                .isNotEmpty()
                .allMatch(path -> path.get("alike").asInt() == 0);
    }

    @Test
    void pathsCanBeNarrowed() throws Exception {
        JsonNode narrowed = valid(
                "paths",
                run(
                                "paths",
                                "--from",
                                "outside:internet",
                                "--to",
                                "critical-resource",
                                "--through",
                                MARKETING,
                                "--max-hops",
                                "8",
                                "--level",
                                "low",
                                "--limit",
                                "1",
                                "--format",
                                "json")
                        .out());
        assertThat(narrowed).hasSize(1);
        assertThat(narrowed.at("/0/target").asText()).isEqualTo("workload:prod-eu/backoffice/StatefulSet/vault");
        assertThat(run("paths", "--to", "workload:prod-eu/backoffice/StatefulSet/vault")
                        .out())
                .contains("break it:", MARKETING);
    }

    @Test
    void pathsThatAreNotThereSayWhatIsMissing() {
        Ran none = run("paths", "--max-hops", "0");
        assertThat(none.exitCode()).isZero();
        assertThat(none.out()).isEqualToIgnoringNewLines("0 attack paths");
        assertThat(run("paths", "--to", "service:prod-eu/payments/payments-api").err())
                .contains("missing: no target");
    }

    @Test
    void pathsHaveNextBestOnes() throws Exception {
        JsonNode best = valid("paths", run("paths", "--all", "--format", "json").out());
        JsonNode more = valid(
                "paths",
                run("paths", "--all", "--next-best", "2", "--format", "json").out());
        assertThat(more.size()).isGreaterThan(best.size());
    }

    @Test
    void chainIsAContract() throws Exception {
        for (String key : List.of(PAYMENTS, MARKETING, "repository:https://GitHub.com/Harborline/storefront.git")) {
            Ran ran = run("chain", key, "--format", "json");
            assertThat(ran.exitCode()).isZero();
            assertThat(valid("chain", ran.out()).get("stages")).hasSize(4);
        }
        assertThat(valid("chain", run("chain", MARKETING, "--format", "json").out())
                        .get("status")
                        .asText())
                .isEqualTo("conflict");
        assertThat(run("chain", MARKETING).out())
                .contains("platform-build (platform)", "image-label (claimed)", "remedy:");
    }

    @Test
    void coverageIsAContract() throws Exception {
        JsonNode coverage =
                valid("coverage", run("coverage", "--format", "json").out());

        assertThat(coverage.get("workloads").asInt()).isPositive();
        assertThat(coverage.get("methods").fieldNames()).toIterable().hasSameSizeAs(LinkMethod.values());
        assertThat(run("coverage").out()).contains("workloads are mapped", "platform-build");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chain", "coverage"})
    void aSchemaNamesEveryCause(String schema) throws Exception {
        JsonNode causes = read(Files.readString(Path.of("..", "docs", "schema", schema + ".json")))
                .at("/$defs/cause/enum");

        assertThat(causes)
                .extracting(JsonNode::asText)
                .containsExactly(Arrays.stream(Cause.values()).map(Names::of).toArray(String[]::new));
    }

    @Test
    void chokePointsAreAContract() throws Exception {
        JsonNode found =
                valid("choke-points", run("choke-points", "--format", "json").out());

        assertThat(found.get("pairs").asInt())
                .isEqualTo(
                        valid("paths", run("paths", "--all", "--format", "json").out())
                                .size());
        assertThat(found.get("remedies")).isNotEmpty();
        assertThat(valid(
                                "choke-points",
                                run("choke-points", "--limit", "1", "--format", "json")
                                        .out())
                        .get("remedies"))
                .hasSize(1);
    }

    @Test
    void whatIfIsAContract() throws Exception {
        JsonNode path = valid("paths", run("paths", "--format", "json").out()).get(0);
        JsonNode edge = path.at("/steps/0");
        for (String[] fix : new String[][] {
            {"--isolate", edge.get("to").asText()},
            {"--apply", path.at("/breaks/0").asText()},
            {"--stop", edge.get("edge").asText() + "=" + edge.get("to").asText()}
        }) {
            Ran ran = run("what-if", fix[0], fix[1], "--format", "json");
            assertThat(ran.exitCode()).as(ran.err()).isZero();
            assertThat(valid("what-if", ran.out()).get("steps")).isNotEmpty();
            assertThat(run("what-if", fix[0], fix[1]).out()).contains("attack steps go");
        }
    }

    @Test
    void aFindingThatIsMendedIsToldSo() throws Exception {
        String finding = valid(
                        "findings",
                        run("findings", "--limit", "1", "--format", "json").out())
                .at("/0/key")
                .asText();

        JsonNode different = valid(
                "what-if", run("what-if", "--mend", finding, "--format", "json").out());
        assertThat(different.at("/findings/0/key").asText()).isEqualTo(finding);
        assertThat(different.at("/findings/0/levelThen").isNull()).isTrue();
        assertThat(run("what-if", "--mend", finding).out()).contains("mended");
        assertThat(valid(
                                "blast-radius",
                                run("blast-radius", finding, "--format", "json").out())
                        .get("findings"))
                .extracting(JsonNode::asText)
                .contains(finding);
        assertThat(run("blast-radius", finding).out()).contains("open findings");
    }

    @Test
    void reachIsAContract() throws Exception {
        JsonNode reached =
                valid("reach", run("reach", PAYMENTS, "--format", "json").out());

        assertThat(reached.get("assets").asInt()).isPositive();
        assertThat(run("reach", PAYMENTS).out()).contains("can be reached from " + PAYMENTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"coverage", "chain workload:prod-eu/growth/Deployment/marketing-site"})
    void thePageOnCodeToCloudShowsWhatIsPrinted(String command) throws Exception {
        shows("code-to-cloud.md", command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"choke-points --limit 5", "what-if --isolate " + MARKETING})
    void thePageOnChokePointsShowsWhatIsPrinted(String command) throws Exception {
        shows("choke-points-and-what-if.md", command);
    }

    /** What a page shows is what the commands print. Run with {@code -Dthroughline.write=true} to write it. */
    private static void shows(String name, String command) throws IOException {
        Path file = Path.of("..", "docs", name);
        String page = Files.readString(file);
        String before = "throughline " + command + "\n```\n\n```text\n";
        int start = page.indexOf(before) + before.length();
        String wanted =
                page.substring(0, start) + run(command.split(" ")).out() + page.substring(page.indexOf("```", start));
        if (Boolean.getBoolean("throughline.write")) {
            Files.writeString(file, wanted);
        }

        assertThat(Files.readString(file)).contains(before).isEqualTo(wanted);
    }

    @Test
    void failsOnWhatIsUrgentWhenAsked() {
        assertThat(run("findings", "--fail-on", "critical", "--limit", "1").exitCode())
                .isEqualTo(1);
        assertThat(run("findings", "--fail-on", "critical", "--at", "repository:github.com/harborline/inventory-batch")
                        .exitCode())
                .isZero();
        assertThat(run("paths", "--fail-on", "high").exitCode()).isEqualTo(1);
        assertThat(run("assess", "--fail-on", "low").exitCode()).isEqualTo(1);
    }

    @Test
    void anUnknownKeyIsWrongUsage() {
        for (String[] args : new String[][] {
            {"chain", "workload:prod-eu/payments/Deployment/paymets"},
            {"chain", "node:prod-eu/ip-10-20-2-12"},
            {"findings", "--at", "repository:github.com/harborline/paymets"},
            {"paths", "--through", "workload:prod-eu/x/y/z"},
            {"paths", "--from", "outside:outerspace"},
            {"paths", "--to", "fame"},
            {"findings", "--factor", "internet-exposd"},
            {"findings", "--level", "urgent"},
            {"findings", "--fail-on", "not-evaluated"},
            {"findings", "--type", "kode"},
            {"findings", "--format", "xml"},
            {"findings", "--colour"},
            {"findings", "--limit", "-1"},
            {"paths", "--max-hops", "many"},
            {"chain"},
            {"what-if"},
            {"what-if", "--isolate", "workload:prod-eu/x/y/z"},
            {"what-if", "--apply", "hope"},
            {"what-if", "--stop", "ContainerEscapesToNode"},
            {"reach", "workload:prod-eu/x/y/z"},
            {"blast-radius", "workload:prod-eu/x/y/z"},
            {"ingest"},
            {"improve"},
            {}
        }) {
            Ran ran = run(args);
            assertThat(ran.exitCode()).as(String.join(" ", args)).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).startsWith("throughline: ").contains("--help");
        }
        assertThat(run("chain", "workload:prod-eu/payments/Deployment/paymets").err())
                .contains("the graph holds no workload:prod-eu/payments/Deployment/paymets");
    }

    @Test
    void helpIsHelp() {
        assertThat(run("--help").exitCode()).isZero();
        for (String command : List.of(
                "demo",
                "ingest",
                "assess",
                "findings",
                "paths",
                "choke-points",
                "what-if",
                "reach",
                "blast-radius",
                "chain",
                "coverage",
                "export",
                "cypher")) {
            Ran help = run(command, "--help");
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("Usage: throughline " + command, "--graph", "--password-env");
        }
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
        Ran ran = Ran.command((options, mayCreate) -> store, "ingest", estate.toString(), "--format", "json");

        assertThat(ran.exitCode()).isEqualTo(3);
        JsonNode readings = valid("ingest", ran.out());
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

    @Test
    void nothingIsFoundInAGraphThatIsNotThere() {
        Ran none = Ran.command(
                GraphOptions::open,
                "findings",
                "--graph",
                folder.resolve("none").toString());
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("there is no graph at");
        Ran empty = Ran.command((options, mayCreate) -> new InMemoryRiskStore(), "findings");
        assertThat(empty.exitCode()).isEqualTo(3);
        assertThat(empty.err()).contains("nothing was read");
    }

    @Test
    void aServerNeedsAPassword() {
        Ran ran = Ran.command(
                GraphOptions::open, "findings", "--uri", "bolt://localhost:1", "--password-env", "NO_SUCH_VARIABLE");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("NO_SUCH_VARIABLE is not set");
        Ran unencrypted = Ran.command(
                GraphOptions::open, "findings", "--uri", "bolt://graph.example.com", "--password-env", "PATH");
        assertThat(unencrypted.exitCode()).as(unencrypted.err()).isEqualTo(2);
        assertThat(unencrypted.err()).doesNotContain(System.getenv("PATH"));
    }

    private static Ran run(String... args) {
        return onStore(STORE, args);
    }

    private static Ran onStore(InMemoryRiskStore store, String... args) {
        return Ran.command((options, mayCreate) -> store, args);
    }

    /** The document, after a look whether it is as its schema says. */
    private static JsonNode valid(String schema, String document) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "schema", schema + ".json"));
        List<String> errors = new ArrayList<>();
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text)
                .validate(document, InputFormat.JSON)
                .forEach(error -> errors.add(error.toString()));
        assertThat(errors).as(document).isEmpty();
        return read(document);
    }

    private static JsonNode read(String document) throws JsonProcessingException {
        return new ObjectMapper().readTree(document);
    }
}
