package dev.throughline.connector.cyclonedx;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.sbom.Composition;
import dev.throughline.connector.support.sbom.Subject;
import dev.throughline.fact.FactSink;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads of a CycloneDX file only what its author says of vulnerabilities: a VEX document in that format. */
public final class VexBom {
    private VexBom() {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @param limits how large it may be
     * @param sink takes statements, and the vulnerabilities and packages they name
     * @throws dev.throughline.fact.SourceException if it cannot be read, or is no CycloneDX
     */
    public static void read(InputFile file, JsonLimits limits, FactSink sink) {
        try (Composition composition = new Composition(file.name(), limits)) {
            read(file, limits, composition, sink);
        }
    }

    private static void read(InputFile file, JsonLimits limits, Composition composition, FactSink sink) {
        Components components = new Components(composition);
        Vulnerabilities vulnerabilities = new Vulnerabilities();
        Fields bom = BomFile.read(
                file,
                limits,
                Map.of(
                        "components", component -> components.read(component, sink),
                        "vulnerabilities", found -> Records.one(found, sink, vulnerabilities::read)),
                Bom.KEPT,
                null);
        try {
            Fields component = bom.object("metadata").object("component");
            @Nullable Subject subject = new BomSubject(component, null).image(sink);
            components.root(component, sink);
            Refs refs = Refs.of(bom, vulnerabilities.reported(), composition);
            new Analyses(bom, refs, subject, sink).state(vulnerabilities.reported(), sink);
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
    }
}
