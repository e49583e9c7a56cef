package dev.throughline.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Partition;
import dev.throughline.model.VexStatement;
import dev.throughline.model.VirtualMachine;
import dev.throughline.model.Vulnerability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Real files, counted as plain JSON or text, without anything of the connectors: formats whose connectors have no such test of
 * their own. {@link IndependentReportCountsTest} has more of them.
 */
final class IndependentCountsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> NO_FAILURES = Set.of("pass", "notApplicable", "informational");

    static Collected read(String kind, CorpusFiles corpus, Path file) {
        Collected sink = new Collected();
        for (Partition partition :
                Readers.connector(kind, corpus.root(), file).list().partitions()) {
            partition.read(sink);
        }
        return sink;
    }

    @Test
    void everyResultOfALogThatIsAFailureIsARecord() throws IOException {
        CorpusFiles corpus = CorpusFiles.found();
        int compared = 0;
        for (Path file : corpus.of("sarif")) {
            Collected sink = new Collected();
            if (Untrusted.isSound("sarif", corpus.root(), file, sink)) {
                assertThat(sink.records()).as(file.toString()).isEqualTo(failures(corpus, file));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    private static int failures(CorpusFiles corpus, Path log) throws IOException {
        int failures = 0;
        for (JsonNode run : JSON.readTree(corpus.root().resolve(log).toFile()).path("runs")) {
            for (JsonNode result : run.path("results")) {
                failures += NO_FAILURES.contains(result.path("kind").asText()) ? 0 : 1;
            }
        }
        return failures;
    }

    @Test
    void everyInstanceOfAnAnswerOfAwsIsAMachine() throws IOException {
        CorpusFiles corpus = CorpusFiles.found();
        int compared = 0;
        for (Path file : corpus.of("aws-inventory")) {
            Set<String> instances = new TreeSet<>();
            for (JsonNode reservation :
                    JSON.readTree(corpus.root().resolve(file).toFile()).path("Reservations")) {
                reservation
                        .path("Instances")
                        .forEach(instance ->
                                instances.add(instance.path("InstanceId").asText()));
            }
            if (!instances.isEmpty()) {
                Collected sink = read("aws-inventory", corpus, file);
                assertThat(sink.rejections()).as(file.toString()).isEmpty();
                assertThat(sink.all(VirtualMachine.class))
                        .extracting(machine -> machine.key()
                                .value()
                                .substring(machine.key().value().lastIndexOf('/') + 1))
                        .as(file.toString())
                        .containsExactlyInAnyOrderElementsOf(instances);
                compared += instances.size();
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void everyAdvisoryIsAboutTheCveItNames() throws IOException {
        CorpusFiles corpus = CorpusFiles.found();
        for (Path file : corpus.of("osv")) {
            JsonNode advisory = JSON.readTree(corpus.root().resolve(file).toFile());
            Set<String> cves = new TreeSet<>(Set.of(advisory.path("id").asText()));
            advisory.path("aliases").forEach(alias -> cves.add(alias.asText()));
            cves.removeIf(id -> !id.startsWith("CVE-"));
            if (cves.size() == 1 && !advisory.has("withdrawn")) {
                assertThat(read("osv", corpus, file).all(Vulnerability.class))
                        .extracting(vulnerability -> vulnerability.key().value())
                        .as(file.toString())
                        .containsExactlyElementsOf(cves);
            }
        }
    }

    @Test
    void everyStatementOfOpenVexIsAClaimWithItsStatus() throws IOException {
        CorpusFiles corpus = CorpusFiles.found();
        int compared = 0;
        for (Path file : corpus.of("openvex")) {
            JsonNode document = JSON.readTree(corpus.root().resolve(file).toFile());
            List<String> stated = new ArrayList<>();
            document.path("statements")
                    .forEach(statement -> stated.add(statement.path("status").asText()));
            Collected sink = new Collected();
            if (!stated.isEmpty() && Untrusted.isSound("openvex", corpus.root(), file, sink)) {
                assertThat(statuses(sink)).as(file.toString()).containsExactlyInAnyOrderElementsOf(stated);
                compared += stated.size();
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    private static List<String> statuses(Collected sink) {
        return sink.all(VexStatement.class).stream()
                .map(VexStatement::status)
                .map(status -> Objects.requireNonNull(status).name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Of products of other products the tree needs more than a count, so these are documents without such. */
    @Test
    void everyStatusThatCsafHasOfAProductWithAPackageUrlIsAClaim() throws IOException {
        CorpusFiles corpus = CorpusFiles.found();
        int compared = 0;
        for (String kind : List.of("csaf", "openvex")) {
            for (Path file : corpus.of(kind)) {
                JsonNode document = JSON.readTree(corpus.root().resolve(file).toFile());
                if (document.has("product_tree") && document.findValue("relationships") == null) {
                    assertThat(statuses(read(kind, corpus, file)))
                            .as(file.toString())
                            .containsExactlyInAnyOrderElementsOf(statusesOfCsaf(document));
                    compared++;
                }
            }
        }
        assertThat(compared).isPositive();
    }

    private static List<String> statusesOfCsaf(JsonNode document) {
        Set<String> named = new TreeSet<>();
        for (JsonNode product : document.path("product_tree").findParents("product_identification_helper")) {
            if (product.path("product_identification_helper").has("purl")) {
                named.add(product.path("product_id").asText());
            }
        }
        List<String> statuses = new ArrayList<>();
        for (JsonNode vulnerability : document.path("vulnerabilities")) {
            vulnerability.path("product_status").properties().forEach(status -> {
                List<String> products = new ArrayList<>();
                status.getValue().forEach(product -> products.add(product.asText()));
                if (products.stream().anyMatch(named::contains)) {
                    statuses.add(status.getKey().replace("known_", ""));
                }
            });
        }
        return statuses;
    }

    @Test
    void everyRowOfScoresIsAVulnerability() throws IOException {
        CorpusFiles corpus = CorpusFiles.found();
        for (Path file : corpus.of("epss")) {
            Set<String> first = new TreeSet<>();
            for (String line : Files.readAllLines(corpus.root().resolve(file))) {
                if (line.startsWith("CVE-")) {
                    first.add(line.substring(0, line.indexOf(',')));
                }
            }
            assertThat(read("epss", corpus, file).all(Vulnerability.class))
                    .extracting(vulnerability -> vulnerability.key().value())
                    .containsExactlyInAnyOrderElementsOf(first);
        }
    }
}
