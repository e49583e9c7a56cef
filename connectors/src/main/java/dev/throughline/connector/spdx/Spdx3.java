package dev.throughline.connector.spdx;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The elements of SPDX 3.0 as JSON-LD writes them: a flat list, told apart by {@code type}. */
final class Spdx3 {
    private static final Set<String> NEEDS = Set.of(
            "dependsOn",
            "hasStaticLink",
            "hasDynamicLink",
            "hasOptionalDependency",
            "hasProvidedDependency",
            "hasPrerequisite");

    private final Elements elements;
    private Fields creation = Fields.NONE;

    Spdx3(Elements elements) {
        this.elements = elements;
    }

    /** How and when the document was made: the first that tells. */
    Fields creation() {
        return creation;
    }

    String format() {
        String version = creation.text("specVersion");
        if (version == null || !version.startsWith("3.0")) {
            String found = version == null ? "no version" : "version " + Text.quote(version);
            throw new WrongShape("/@graph", found + ", so this is no SPDX document that is read; 2.2, 2.3 and 3.0 are");
        }
        return "SPDX " + version;
    }

    void add(Fields element, FactSink sink) {
        switch (element.requiredText("type")) {
            case "CreationInfo" -> creation = creation.isAbsent() ? element : creation;
            case "SpdxDocument", "software_Sbom", "Bom" ->
                texts(element, "rootElement").forEach(elements::describe);
            case "software_Package" -> addPackage(element, sink);
            case "Relationship", "LifecycleScopedRelationship" -> relate(element, sink);
            default -> {}
        }
    }

    private void addPackage(Fields element, FactSink sink) {
        Described about = Described.of(
                element.text("name"),
                element.text("software_packageVersion"),
                sha256(element),
                element.text("software_primaryPurpose"),
                element.text("software_downloadLocation"),
                List.of());
        List<Fields> purls = new ArrayList<>();
        if (element.has("software_packageUrl")) {
            purls.add(element.get("software_packageUrl"));
        }
        for (Fields identifier : element.list("externalIdentifier")) {
            boolean isPurl = "packageUrl".equals(identifier.text("externalIdentifierType"));
            if (isPurl
                    && !identifier
                            .get("identifier")
                            .node()
                            .equals(element.get("software_packageUrl").node())) {
                purls.add(identifier.get("identifier"));
            }
        }
        elements.add(element.requiredText("spdxId"), purls, about, sink);
    }

    private static @Nullable String sha256(Fields element) {
        return element.list("verifiedUsing").stream()
                .filter(hash -> "sha256".equals(hash.text("algorithm")))
                .map(hash -> hash.text("hashValue"))
                .findFirst()
                .orElse(null);
    }

    private void relate(Fields relationship, FactSink sink) {
        String from = relationship.requiredText("from");
        String type = relationship.requiredText("relationshipType");
        List<String> to = texts(relationship, "to");
        if (type.equals("describes")) {
            to.forEach(elements::describe);
        } else if (NEEDS.contains(type)) {
            elements.composition().needs(from, to, sink);
        }
    }

    /** JSON-LD writes a list of one as it pleases. */
    private static List<String> texts(Fields element, String name) {
        return element.get(name).node().isTextual() ? List.of(element.requiredText(name)) : element.strings(name);
    }
}
