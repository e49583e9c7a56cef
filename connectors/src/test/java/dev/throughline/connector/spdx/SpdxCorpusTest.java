package dev.throughline.connector.spdx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.throughline.connector.support.Collected;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.RelationType;
import dev.throughline.model.SoftwarePackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts what is in real files a second time, by other means. */
final class SpdxCorpusTest {
    private static final String CORPUS = System.getProperty("throughline.corpus");

    private final Collected sink = new Collected();

    private Path read(String name) {
        assumeThat(CORPUS).as("system property throughline.corpus").isNotNull();
        SpdxConnector.files(Path.of(CORPUS), List.of(Path.of(name)))
                .repository("github.com/example/corpus")
                .list()
                .partitions()
                .get(0)
                .read(sink);
        return Path.of(CORPUS, name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guac/alpine-spdx.json",
                "guac/oci-kubectl-linux-amd64-spdx.json",
                "syft/alpine-3.10.syft.spdx.json",
                "trivy/julia-spdx.json.golden",
                "witness/sbom.spdx.json"
            })
    void aTreeOfTheJsonHoldsAsMuch(String name) throws IOException {
        JsonNode document = new ObjectMapper().readTree(read(name).toFile());
        Map<String, String> purls = new HashMap<>();
        for (JsonNode element : document.path("packages")) {
            for (JsonNode reference : element.path("externalRefs")) {
                String purl = reference.path("referenceLocator").asText();
                if (reference.path("referenceType").asText().equals("purl") && !purl.startsWith("pkg:oci/")) {
                    purls.put(element.path("SPDXID").asText(), purl);
                }
            }
        }
        Set<String> needs = new HashSet<>();
        for (JsonNode relationship : document.path("relationships")) {
            String from = purls.get(relationship.path("spdxElementId").asText());
            String to = purls.get(relationship.path("relatedSpdxElement").asText());
            String type = relationship.path("relationshipType").asText();
            if (from != null && to != null && type.equals("DEPENDS_ON")) {
                needs.add(from + " > " + to);
            } else if (from != null && to != null && type.equals("DEPENDENCY_OF")) {
                needs.add(to + " > " + from);
            }
        }

        assertThat(sink.rejections()).isEmpty();
        assertThat(packages()).hasSize(new HashSet<>(purls.values()).size());
        assertThat(sink.relations(RelationType.DEPENDS_ON)).hasSameSizeAs(needs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"defectdojo/spdx/spdx_one_vuln.spdx", "syft/tag-value.spdx"})
    void theLinesOfTagValueNameAsManyPackages(String name) throws IOException {
        List<String> lines = Files.readAllLines(read(name));

        assertThat(packages()).hasSize((int) lines.stream()
                .filter(line -> line.startsWith("ExternalRef: PACKAGE"))
                .distinct()
                .count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spdx-examples/software/example11/spdx3.0/sbom.spdx3.json",
                "spdx-examples/software/example14/spdx3.0/examplemaven-0.0.1-enriched.spdx3.json"
            })
    void theTextOfJsonLdNamesAsManyPackages(String name) throws IOException {
        JsonNode document = new ObjectMapper().readTree(read(name).toFile());
        Set<String> purls = new HashSet<>();
        document.path("@graph").forEach(element -> {
            element.path("externalIdentifier").forEach(identifier -> {
                if (identifier.path("externalIdentifierType").asText().equals("packageUrl")) {
                    purls.add(identifier.path("identifier").asText());
                }
            });
            if (element.has("software_packageUrl")) {
                purls.add(element.path("software_packageUrl").asText());
            }
        });

        assertThat(packages()).hasSameSizeAs(purls);
    }

    @Test
    void theImageOfSyftIsKnown() {
        read("witness/sbom.spdx.json");

        assertThat(sink.all(ContainerImage.class))
                .extracting(image -> image.key().text())
                .containsExactly("image:sha256:1c3b93ed450e26eac89b471d6d140e2f99488f489739b8b8ea5e8202dd086f82");
    }

    private List<Object> packages() {
        return sink.all(SoftwarePackage.class).stream()
                .<Object>map(SoftwarePackage::key)
                .distinct()
                .toList();
    }
}
