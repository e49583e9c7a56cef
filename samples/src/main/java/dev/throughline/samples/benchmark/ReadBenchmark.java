package dev.throughline.samples.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.throughline.connector.aws.AwsConnector;
import dev.throughline.connector.azure.AzureConnector;
import dev.throughline.connector.cyclonedx.CycloneDxConnector;
import dev.throughline.connector.defender.DefenderConnector;
import dev.throughline.connector.facts.FactsConnector;
import dev.throughline.connector.gitlabreport.GitLabReportConnector;
import dev.throughline.connector.grype.GrypeConnector;
import dev.throughline.connector.kubernetes.KubernetesConnector;
import dev.throughline.connector.sarif.SarifConnector;
import dev.throughline.connector.spdx.SpdxConnector;
import dev.throughline.connector.trivy.TrivyConnector;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Connector;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Listing;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.model.Asset;
import dev.throughline.model.Relation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Reads a large file with a connector into a sink that only counts, beside the bare token stream of the same parser over the
 * same file.
 */
final class ReadBenchmark {
    private static final long MOST = 4L << 30;

    /** A row of the table each. */
    static final List<Format> FORMATS = List.of(
            new Format("sarif", "scan.sarif", LargeFile.sarifWithFlows(), ReadBenchmark::sarif),
            new Format("sarif-tool-last", "scan.sarif", LargeFile.sarifToolLast(), ReadBenchmark::sarif),
            new Format(
                    "trivy",
                    "report.json",
                    LargeFile.trivy(),
                    f -> TrivyConnector.files(f).maxFileSize(MOST)),
            new Format("kubernetes", "pods.json", LargeFile.pods(), ReadBenchmark::kubernetes),
            new Format("aws", "instances.json", LargeFile.instances(), ReadBenchmark::aws),
            new Format(
                    "azure",
                    "resources.json",
                    LargeDocument.of("azure.json"),
                    f -> AzureConnector.files(f).maxFileSize(MOST)),
            new Format(
                    "defender",
                    "findings.json",
                    LargeDocument.of("defender.json"),
                    f -> DefenderConnector.files(f).maxFileSize(MOST)),
            new Format(
                    "cyclonedx",
                    "bom.json",
                    LargeDocument.of("cyclonedx.json"),
                    f -> CycloneDxConnector.files(f).maxFileSize(MOST)),
            new Format(
                    "spdx",
                    "spdx.json",
                    LargeDocument.of("spdx.json"),
                    f -> SpdxConnector.files(f).maxFileSize(MOST)),
            new Format(
                    "grype",
                    "grype.json",
                    LargeDocument.of("grype.json"),
                    f -> GrypeConnector.files(f).maxFileSize(MOST)),
            new Format("gitlab-report", "report.json", LargeDocument.of("gitlab-report.json"), ReadBenchmark::gitLab),
            new Format("facts", "facts.jsonl", LargeDocument.of("facts.jsonl"), ReadBenchmark::facts));

    private static final double RATIO = 0.4;
    private static final int MEGABYTES = 50;

    private ReadBenchmark() {}

    /** A format, a file in it, and what reads it. */
    record Format(String name, String file, LargeContent content, Function<Path, Connector> connector) {}

    /** Rows of the table: against the token stream, and against the token stream with its texts. */
    static List<Figure> run(Format format, long bytes) {
        return with(format, bytes, file -> {
            Connector connector = format.connector().apply(file);
            ReadTimes times = ReadTimes.of(List.of(() -> read(connector), () -> tokens(file), () -> texts(file)));
            Duration ours = times.of(0);
            return List.of(
                    Figure.throughput(format.name(), bytes, ours, "token stream", times.of(1), RATIO, MEGABYTES),
                    Figure.throughput(format.name(), bytes, ours, "token stream with its texts", times.of(2)));
        });
    }

    /** Gives a file of a format, written record by record, which is there only until the work with it is done. */
    static <T> T with(Format format, long bytes, Function<Path, T> work) {
        try {
            Path folder = Files.createTempDirectory("throughline-read");
            Path file = folder.resolve(format.file());
            try {
                requireSpace(folder, bytes);
                format.content().write(file, bytes);
                return work.apply(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireSpace(Path folder, long bytes) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() < bytes + bytes / 8) {
            throw new IOException("no space in " + folder + " for a file of " + bytes + " bytes; see java.io.tmpdir");
        }
    }

    /** Reads all a connector has, completely and without a rejection, and returns the number of facts. */
    static long read(Connector connector) {
        Count count = new Count();
        try (Listing listing = connector.list()) {
            for (Partition partition : listing.partitions()) {
                Completeness completeness = partition.read(count);
                if (!completeness.equals(Completeness.complete())) {
                    throw new IllegalStateException("not read: " + completeness);
                }
            }
        }
        if (count.facts == 0) {
            throw new IllegalStateException("nothing was read, so nothing was measured");
        }
        return count.facts;
    }

    /** No text is made of a string that nobody asks for; only where it ends is looked for. */
    private static void tokens(Path file) {
        try (JsonParser parser = new JsonFactory().createParser(Files.newInputStream(file))) {
            while (parser.nextToken() != null) {
                // Nothing is made of the tokens.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What any reader pays that takes every name, string and number. */
    private static void texts(Path file) {
        long characters = 0;
        try (JsonParser parser = new JsonFactory().createParser(Files.newInputStream(file))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                characters += parser.getText().length();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (characters == 0) {
            throw new IllegalStateException("no text was read, so nothing was measured");
        }
    }

    private static Connector sarif(Path file) {
        return SarifConnector.files(file)
                .repository("github.com/example/shop")
                .maxRuns(1_000)
                .maxFileSize(MOST);
    }

    private static Connector kubernetes(Path file) {
        return KubernetesConnector.dump(file).cluster("bench").maxFileSize(MOST);
    }

    private static Connector aws(Path file) {
        return AwsConnector.files(file)
                .account("111122223333")
                .region("eu-west-1")
                .maxFileSize(MOST);
    }

    private static Connector gitLab(Path file) {
        return GitLabReportConnector.files(file)
                .repository("gitlab.com/example/shop")
                .maxFileSize(MOST);
    }

    private static Connector facts(Path file) {
        return FactsConnector.files(file).scopes().get(0);
    }

    private static final class Count implements FactSink {
        private long facts;

        @Override
        public void accept(Asset asset) {
            facts++;
        }

        @Override
        public void accept(Relation relation) {
            facts++;
        }

        @Override
        public void reject(Rejection rejection) {
            throw new IllegalStateException(rejection.toString());
        }
    }
}
