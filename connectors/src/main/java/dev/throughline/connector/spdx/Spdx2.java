package dev.throughline.connector.spdx;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.JsonShape;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The elements of SPDX 2.2 and 2.3. */
final class Spdx2 {
    private static final Set<String> VERSIONS = Set.of("SPDX-2.2", "SPDX-2.3");
    /** What is read of the elements of arrays. */
    static final Map<String, JsonShape> SHAPES = Map.of(
            "packages",
            new JsonShape(
                    Map.of(
                            "",
                            Set.of(
                                    "SPDXID",
                                    "name",
                                    "versionInfo",
                                    "checksums",
                                    "primaryPackagePurpose",
                                    "downloadLocation",
                                    "annotations",
                                    "attributionTexts",
                                    "externalRefs"),
                            "externalRefs",
                            Set.of("referenceType", "referenceLocator"),
                            "checksums",
                            Set.of("algorithm", "checksumValue"),
                            "annotations",
                            Set.of("comment")),
                    Map.of(),
                    Map.of(
                            "externalRefs",
                            new JsonShape.Where("referenceType", Set.of("purl")),
                            "checksums",
                            new JsonShape.Where("algorithm", Set.of("SHA256")))),
            "relationships",
            new JsonShape(Map.of("", Set.of("spdxElementId", "relatedSpdxElement", "relationshipType")), Map.of()));

    private static final String DOCUMENT = "SPDXRef-DOCUMENT";

    private final Elements elements;

    Spdx2(Elements elements) {
        this.elements = elements;
    }

    String format(Fields document) {
        String version = document.text("spdxVersion");
        if (version == null) {
            throw new WrongShape("/spdxVersion", "missing, so this is no SPDX document");
        }
        if (!VERSIONS.contains(version)) {
            throw new WrongShape("/spdxVersion", Text.quote(version) + " is not read; SPDX-2.2, SPDX-2.3 and 3.0 are");
        }
        return version.replace('-', ' ');
    }

    void addPackage(Fields element, FactSink sink) {
        String id = element.requiredText("SPDXID");
        Described about = Described.of(
                element.text("name"),
                element.text("versionInfo"),
                sha256(element),
                element.text("primaryPackagePurpose"),
                element.text("downloadLocation"),
                notes(element));
        List<Fields> purls = new ArrayList<>();
        for (Fields reference : element.list("externalRefs")) {
            if ("purl".equals(reference.text("referenceType"))) {
                purls.add(reference.get("referenceLocator"));
            }
        }
        elements.add(id, purls, about, sink);
    }

    private static @Nullable String sha256(Fields element) {
        for (Fields checksum : element.list("checksums")) {
            if ("SHA256".equals(checksum.text("algorithm"))) {
                return checksum.text("checksumValue");
            }
        }
        return null;
    }

    private static List<String> notes(Fields element) {
        List<String> notes = new ArrayList<>();
        for (Fields annotation : element.list("annotations")) {
            notes.add(Objects.toString(annotation.text("comment"), ""));
        }
        notes.addAll(element.strings("attributionTexts"));
        return notes;
    }

    void relate(Fields relationship, FactSink sink) {
        String from = relationship.requiredText("spdxElementId");
        String to = relationship.requiredText("relatedSpdxElement");
        String type = relationship.requiredText("relationshipType");
        switch (type) {
            case "DESCRIBES" -> {
                if (from.equals(DOCUMENT)) {
                    elements.describe(to);
                }
            }
            case "DESCRIBED_BY" -> {
                if (to.equals(DOCUMENT)) {
                    elements.describe(from);
                }
            }
            case "DEPENDS_ON", "STATIC_LINK", "DYNAMIC_LINK", "HAS_PREREQUISITE" ->
                elements.composition().needs(from, List.of(to), sink);
            default -> {
                if (type.endsWith("DEPENDENCY_OF") || type.equals("PREREQUISITE_FOR")) {
                    elements.composition().needs(to, List.of(from), sink);
                }
            }
        }
    }
}
