package dev.throughline.connector.cyclonedx;

import dev.throughline.connector.support.ContentDigest;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.sbom.Composition;
import dev.throughline.connector.support.sbom.SbomDocument;
import dev.throughline.connector.support.sbom.Subject;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A bill of materials. Its parts come in any order, so what needs another part waits, in few words, for the end.
 *
 * @param file the file
 * @param limits how large it may be
 * @param repository what it is about if it describes no image; null if nobody said
 */
record Bom(InputFile file, JsonLimits limits, @Nullable AssetKey repository) implements Partition {
    static final Set<String> KEPT = Set.of("bomFormat", "specVersion", "serialNumber", "version", "metadata");

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        try (Composition composition = new Composition(file.name(), limits)) {
            read(composition, sink);
        }
        return Completeness.complete();
    }

    private void read(Composition composition, FactSink sink) {
        Components components = new Components(composition);
        Vulnerabilities vulnerabilities = new Vulnerabilities();
        Map<String, Consumer<Fields>> arrays = Map.of(
                "components", component -> components.read(component, sink),
                "dependencies", dependency -> Records.one(dependency, sink, (d, facts) -> needs(d, composition, facts)),
                "vulnerabilities", found -> Records.one(found, sink, vulnerabilities::read));
        ContentDigest digest = new ContentDigest(file, limits);
        Fields bom = BomFile.read(file, limits, arrays, KEPT, digest);
        try {
            Fields metadata = bom.object("metadata");
            Subject subject = new BomSubject(metadata.object("component"), repository).read(sink);
            components.root(metadata.object("component"), sink);
            composition.relate(subject, sink);
            Refs refs = Refs.of(bom, vulnerabilities.reported(), composition);
            vulnerabilities.report(subject, refs, tool(metadata), sink);
            new Analyses(bom, refs, subject, sink).state(vulnerabilities.reported(), sink);
            String format = "CycloneDX " + bom.requiredText("specVersion");
            Instant time = SbomDocument.time(metadata, "timestamp", sink);
            SbomDocument.describe(digest.value(), format, time, subject, sink);
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
    }

    /** The tool that wrote the file; {@code tools} is a list until 1.4 and an object from 1.5 on. */
    private static @Nullable String tool(Fields metadata) {
        Fields tools = metadata.get("tools");
        List<Fields> list = tools.node().isArray() ? tools.elements() : tools.list("components");
        return list.isEmpty() ? null : list.get(0).text("name");
    }

    private static void needs(Fields dependency, Composition composition, FactSink sink) {
        String id = dependency.requiredText("ref");
        composition.needs(id, dependency.strings("dependsOn"), sink);
    }
}
