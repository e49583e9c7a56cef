package dev.throughline.connector.cyclonedx;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.JsonShape;
import dev.throughline.connector.support.PackageReference;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.sbom.Composition;
import dev.throughline.fact.FactSink;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes packages of components. One without a package URL, such as a file, has no name that other sources would share. */
final class Components {
    /** Where Trivy and Syft say a package was found. */
    private static final Set<String> PATHS = Set.of("aquasecurity:trivy:FilePath", "syft:location:0:path");

    private static final Set<String> READ = Set.of("bom-ref", "purl", "properties", "components");

    /** What is read of a component. */
    static final JsonShape SHAPE = new JsonShape(
            Map.of("", READ, "components", READ, "properties", Set.of("name", "value")),
            Map.of(),
            Map.of("properties", new JsonShape.Where("name", PATHS)));

    private static final Set<String> IMAGES = Set.of("oci", "docker");

    private final Composition composition;

    Components(Composition composition) {
        this.composition = composition;
    }

    /** Reads a component and, each by itself, those within it. */
    void read(Fields component, FactSink sink) {
        Records.one(component, sink, this::one);
        if (component.node().has("components")) {
            Records.one(
                    component, sink, (outer, facts) -> outer.list("components").forEach(inner -> read(inner, facts)));
        }
    }

    /** Reads the component that the file describes, if it says which. */
    void root(Fields component, FactSink sink) {
        if (!component.isAbsent()) {
            read(component, sink);
        }
    }

    private void one(Fields component, FactSink sink) {
        String purl = component.text("purl");
        if (purl == null || purl.isBlank()) {
            return;
        }
        PackageReference reference = parse(component, purl);
        String id = component.text("bom-ref");
        String path = path(component);
        if (!IMAGES.contains(reference.asset().type())) {
            sink.accept(reference.asset());
            composition.add(id, reference, path);
        }
    }

    private static PackageReference parse(Fields component, String purl) {
        try {
            return PackageReference.parse(purl.strip());
        } catch (IllegalArgumentException e) {
            throw new WrongShape(component.pointer() + "/purl", String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String path(Fields component) {
        for (Fields property : component.list("properties")) {
            if (PATHS.contains(Objects.toString(property.text("name"), ""))) {
                return property.text("value");
            }
        }
        return null;
    }
}
