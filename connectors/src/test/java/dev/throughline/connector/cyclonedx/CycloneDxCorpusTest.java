package dev.throughline.connector.cyclonedx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.throughline.connector.support.Collected;
import dev.throughline.model.RelationType;
import dev.throughline.model.SoftwarePackage;
import dev.throughline.model.Vulnerability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Counts what is in real files a second time, in trees that other parsers make of them. */
final class CycloneDxCorpusTest {
    private static final String CORPUS = System.getProperty("throughline.corpus");
    private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";

    private final Collected sink = new Collected();
    private final Map<String, String> packages = new HashMap<>();
    private final Set<String> needs = new HashSet<>();

    static List<Path> jsonFiles() throws IOException {
        if (CORPUS == null) {
            return List.of(Path.of("none"));
        }
        try (Stream<Path> files = Files.walk(Path.of(CORPUS))) {
            return files.filter(file -> file.toString().matches(".*(?:cdx|cyclonedx|bom)[^/]*\\.json(?:\\.golden)?"))
                    .filter(CycloneDxCorpusTest::isBom)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isBom(Path file) {
        try {
            JsonNode bom = new ObjectMapper().readTree(file.toFile());
            return bom.path("bomFormat").asText().equals("CycloneDX");
        } catch (IOException e) {
            return false;
        }
    }

    private void read(Path file) {
        assumeThat(CORPUS).as("system property throughline.corpus").isNotNull();
        CycloneDxConnector.files(Path.of(CORPUS), List.of(file))
                .repository("github.com/example/corpus")
                .list()
                .partitions()
                .get(0)
                .read(sink);
    }

    @ParameterizedTest
    @MethodSource("jsonFiles")
    void aTreeOfTheJsonHoldsAsMuch(Path file) throws IOException {
        read(file);
        JsonNode bom = new ObjectMapper().readTree(file.toFile());
        components(bom.path("metadata").path("component"));
        bom.path("components").forEach(this::components);
        bom.path("dependencies")
                .forEach(dependency -> dependency
                        .path("dependsOn")
                        .forEach(on -> need(dependency.path("ref").asText(), on.asText())));
        Set<String> vulnerabilities = new HashSet<>();
        bom.path("vulnerabilities")
                .forEach(found -> vulnerabilities.add(found.path("id").asText()));

        isWhatWasCounted();
        assertThat(sink.all(Vulnerability.class).stream()
                        .map(found -> found.key().value())
                        .distinct())
                .hasSize(vulnerabilities.size());
    }

    private void components(JsonNode component) {
        count(component.path("bom-ref").asText(), component.path("purl").asText());
        component.path("components").forEach(this::components);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bom-examples/SBOM_cern-lhc-vdm-editor-e564943_bom.xml",
                "defectdojo/cyclonedx/spec1.xml",
                "defectdojo/cyclonedx/valid-vulnerability-1.4.xml",
                "osv-scanner/alpine.cdx.xml"
            })
    void aTreeOfTheXmlHoldsAsMuch(String name) throws IOException, SAXException, ParserConfigurationException {
        assumeThat(CORPUS).as("system property throughline.corpus").isNotNull();
        Path file = Path.of(CORPUS, name);
        read(file);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Element bom = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        assertThat(bom.getNamespaceURI()).startsWith(NAMESPACE);
        NodeList components = bom.getElementsByTagNameNS(bom.getNamespaceURI(), "component");
        for (int i = 0; i < components.getLength(); i++) {
            Element component = (Element) components.item(i);
            NodeList purl = component.getElementsByTagNameNS(bom.getNamespaceURI(), "purl");
            count(
                    component.getAttribute("bom-ref"),
                    purl.getLength() == 0 ? "" : purl.item(0).getTextContent());
        }
        NodeList dependencies = bom.getElementsByTagNameNS(bom.getNamespaceURI(), "dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            if (dependency.getParentNode() instanceof Element parent && parent.hasAttribute("ref")) {
                need(parent.getAttribute("ref"), dependency.getAttribute("ref"));
            }
        }

        isWhatWasCounted();
    }

    private void count(String ref, String purl) {
        if (!purl.isBlank() && !purl.startsWith("pkg:oci/")) {
            packages.put(ref.isEmpty() ? purl : ref, purl.strip());
        }
    }

    private void need(String from, String to) {
        needs.add(from + " > " + to);
    }

    private void isWhatWasCounted() {
        Set<String> distinct = new HashSet<>(packages.values());
        long between = needs.stream()
                .map(need -> need.split(" > ", 2))
                .map(ends -> packages.get(ends[0]) + " > " + packages.get(ends[1]))
                .filter(need -> !need.contains("null"))
                .filter(need -> !need.split(" > ", 2)[0].equals(need.split(" > ", 2)[1]))
                .distinct()
                .count();
        assertThat(sink.rejections())
                .as("only analyses of what nobody else knows are rejected")
                .allMatch(rejection -> rejection.position().endsWith("/affects"));
        assertThat(sink.all(SoftwarePackage.class).stream()
                        .map(SoftwarePackage::key)
                        .distinct())
                .hasSize(distinct.size());
        assertThat(sink.relations(RelationType.DEPENDS_ON)).hasSize((int) between);
    }
}
