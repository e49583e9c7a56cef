package dev.throughline.connector.trivy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.Partition;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Real reports of many versions of Trivy. */
final class TrivyCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("throughline.corpus", "absent"));

    /** Of the others each is a report of schema 2 of an image with a digest, a file system or a repository. */
    private static final Set<String> REFUSED = Set.of(
            "defectdojo/trivy/kubernetes.json",
            "defectdojo/trivy/legacy_trivy_mix.json",
            "defectdojo/trivy/scheme_2_many_vulns.json",
            "defectdojo/trivy/scheme_2_no_vuln.json",
            "trivy/amazonlinux2-gp2-x86-vm.json.golden",
            "trivy/license-cyclonedx.json.golden",
            "trivy/minikube-kbom.json.golden",
            "trivy/npm-cyclonedx.json.golden",
            "trivy/pom-cyclonedx.json.golden");

    @Test
    void everyRealFileIsReadOrRefusedWithFileAndPlace() throws IOException {
        TrivyConnector connector = TrivyConnector.files(CORPUS, files()).repository("github.com/acme/shop");

        for (Partition partition : connector.list().partitions()) {
            Collected sink = new Collected();
            if (REFUSED.contains(partition.name())) {
                assertThatThrownBy(() -> partition.read(sink))
                        .isInstanceOf(SourceException.class)
                        .hasMessageStartingWith(partition.name());
            } else {
                assertThat(partition.read(sink)).as(partition.name()).isEqualTo(Completeness.complete());
                assertThat(sink.rejections()).isEmpty();
            }
        }
    }

    /** The report as plain JSON, counted without anything of the connector. */
    @Test
    void findsAsManyWeaknessesAsAPlainCount() throws IOException {
        Map<String, WeaknessType> types = Map.of(
                "securecodebox/juice-shop-v12.10.2.json", WeaknessType.CONTAINER_IMAGE,
                "defectdojo/trivy/misconfigurations_and_secrets.json", WeaknessType.DEPENDENCY,
                "trivy/helm.json.golden", WeaknessType.DEPENDENCY,
                "trivy/gomod.json.golden", WeaknessType.DEPENDENCY);
        for (String file : types.keySet()) {
            assumeThat(CORPUS.resolve(file)).as("the corpus of real files").exists();
            Set<List<String>> vulnerable = new HashSet<>();
            int misconfigured = 0;
            int secrets = 0;
            for (JsonNode result :
                    new ObjectMapper().readTree(CORPUS.resolve(file).toFile()).path("Results")) {
                for (JsonNode found : result.path("Vulnerabilities")) {
                    vulnerable.add(List.of(
                            types.get(file) == WeaknessType.DEPENDENCY
                                    ? result.path("Target").asText()
                                    : "",
                            found.path("VulnerabilityID").asText(),
                            found.path("PkgName").asText(),
                            found.path("InstalledVersion").asText()));
                }
                misconfigured += result.path("Misconfigurations").size();
                secrets += result.path("Secrets").size();
            }

            Collected sink = new Collected();
            TrivyConnector.files(CORPUS, List.of(Path.of(file)))
                    .repository("github.com/acme/shop")
                    .list()
                    .partitions()
                    .get(0)
                    .read(sink);

            assertThat(weaknesses(sink, types.get(file))).as(file).hasSize(vulnerable.size());
            assertThat(weaknesses(sink, WeaknessType.INFRASTRUCTURE_AS_CODE))
                    .as(file)
                    .hasSize(misconfigured);
            assertThat(weaknesses(sink, WeaknessType.SECRET)).as(file).hasSize(secrets);
        }
    }

    private static Set<AssetKey> weaknesses(Collected sink, WeaknessType type) {
        Set<AssetKey> keys = new TreeSet<>();
        sink.all(Weakness.class).stream().filter(w -> w.type() == type).forEach(w -> keys.add(w.key()));
        return keys;
    }

    private static List<Path> files() throws IOException {
        assumeThat(CORPUS.resolve("MANIFEST.md")).as("the corpus of real files").exists();
        List<Path> files = new ArrayList<>();
        String kind = "";
        for (String line : Files.readAllLines(CORPUS.resolve("MANIFEST.md"))) {
            if (line.startsWith("## ")) {
                kind = line.substring(3).strip();
            } else if (line.startsWith("- `") && kind.equals("trivy-json")) {
                files.add(Path.of(line.substring(3, line.indexOf('`', 3))));
            }
        }
        return files;
    }
}
