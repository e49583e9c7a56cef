package dev.throughline.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.throughline.connector.attestation.AttestationConnector;
import dev.throughline.connector.aws.AwsConnector;
import dev.throughline.connector.checkov.CheckovConnector;
import dev.throughline.connector.cyclonedx.CycloneDxConnector;
import dev.throughline.connector.gitlabreport.GitLabReportConnector;
import dev.throughline.connector.gitleaks.GitleaksConnector;
import dev.throughline.connector.grype.GrypeConnector;
import dev.throughline.connector.kubernetes.KubernetesConnector;
import dev.throughline.connector.opengraph.OpenGraphConnector;
import dev.throughline.connector.osv.OsvConnector;
import dev.throughline.connector.sarif.SarifConnector;
import dev.throughline.connector.spdx.SpdxConnector;
import dev.throughline.connector.trivy.TrivyConnector;
import dev.throughline.connector.vex.VexConnector;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Progress;
import dev.throughline.store.InMemoryRiskStore;
import dev.throughline.store.Ingest;
import dev.throughline.store.Ingest.Losses;
import dev.throughline.store.IngestReport;
import dev.throughline.store.RecordCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads real files, written by nobody on this project. Whatever is in them, a connector reads it, or refuses it and says
 * which file and why.
 */
final class CorpusTest {
    private static final Pattern SECTION = Pattern.compile("## (\\S+)");
    private static final Pattern ENTRY = Pattern.compile("- `([^`]+)`.*");

    /** Kinds of files as the manifest names them, and who reads them. */
    private static final Map<String, Reader> READERS = Map.ofEntries(
            reader("aws-config-item", AwsConnector::files),
            reader("aws-inventory", AwsConnector::files),
            reader("csaf", VexConnector::files),
            reader(
                    "cyclonedx",
                    (root, files) -> CycloneDxConnector.files(root, files).repository("github.com/example/corpus")),
            reader(
                    "k8s-manifest",
                    (root, files) -> KubernetesConnector.dump(root, files).cluster("corpus")),
            reader(
                    "kubectl-json",
                    (root, files) -> KubernetesConnector.dump(root, files).cluster("corpus")),
            reader("openvex", VexConnector::files),
            reader("osv", OsvConnector::files),
            reader("sarif", (root, files) -> SarifConnector.files(root, files).repository("github.com/example/corpus")),
            reader("sigstore-bundle", AttestationConnector::files),
            reader("slsa-provenance", AttestationConnector::files),
            reader("spdx", (root, files) -> SpdxConnector.files(root, files).repository("github.com/example/corpus")),
            reader(
                    "trivy-json",
                    (root, files) -> TrivyConnector.files(root, files).repository("github.com/example/corpus")),
            reader("vex-cyclonedx", VexConnector::files));

    private Path corpus;

    private interface Reader {
        Connector of(Path root, List<Path> files);
    }

    private static Map.Entry<String, Reader> reader(String kind, Reader reader) {
        return Map.entry(kind, reader);
    }

    @BeforeEach
    void findCorpus() {
        String path = System.getProperty("throughline.corpus");
        assumeThat(path).as("system property throughline.corpus").isNotNull();
        corpus = Path.of(path);
        assumeThat(corpus.resolve("MANIFEST.md")).as("corpus of real files").exists();
    }

    static Stream<String> kinds() {
        return READERS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyRealFileIsReadOrRefusedWithAReason(String kind) throws IOException {
        List<Path> files = files(kind);
        Connector connector = READERS.get(kind).of(corpus, files);
        Instant start = Instant.now();

        IngestReport report;
        try (InMemoryRiskStore store = new InMemoryRiskStore(Clock.systemUTC())) {
            report = Ingest.read(connector, store, Losses.HELD, Clock.systemUTC(), Progress.SILENT);
        }

        print(kind, files.size(), report, Duration.between(start, Instant.now()));
        assertThat(report.facts()).isPositive();
        assertThat(report.problems())
                .allSatisfy(problem -> assertThat(problem)
                        .as("a refusal names its file and says why")
                        .matches("(?s)\\S.*: .{10,}"));
        RecordCounts records = report.records();
        assertThat(records.accepted() + records.merged() + records.rejected()).isEqualTo(records.read());
        assertThat(report.rejections()).allSatisfy(rejection -> {
            assertThat(rejection.source()).isNotBlank();
            assertThat(rejection.cause()).isNotBlank();
        });
    }

    private static void print(String kind, int files, IngestReport report, Duration time) {
        System.out.printf(
                "%s: %d files, %d partitions with %d facts in %d ms; %d partitions incomplete or refused, %d records"
                        + " or parts rejected; %s%n",
                kind,
                files,
                report.partitions(),
                report.facts(),
                time.toMillis(),
                report.problems().size(),
                report.rejected(),
                report.records());
        report.problems().forEach(problem -> System.out.println("  incomplete: " + problem));
        report.rejections().stream().limit(20).forEach(rejection -> System.out.println("  rejected: " + rejection));
    }

    private List<Path> files(String kind) throws IOException {
        List<Path> files = new ArrayList<>();
        String section = "";
        for (String line : Files.readAllLines(corpus.resolve("MANIFEST.md"))) {
            Matcher heading = SECTION.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (heading.matches()) {
                section = heading.group(1);
            } else if (section.equals(kind) && entry.matches() && Files.isRegularFile(corpus.resolve(entry.group(1)))) {
                files.add(Path.of(entry.group(1)));
            }
        }
        return files;
    }
}
