package dev.throughline.connector.spdx;

import dev.throughline.connector.support.Content;
import dev.throughline.connector.support.ContentDigest;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.Sections;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.sbom.Composition;
import dev.throughline.connector.support.sbom.SbomDocument;
import dev.throughline.connector.support.sbom.Subject;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.fact.Rejection;
import dev.throughline.fact.SourceException;
import dev.throughline.model.AssetKey;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A document of any version and form.
 *
 * @param file the file
 * @param limits how large it may be
 * @param repository what it is about if it describes no image; null if nobody said
 */
record SpdxFile(InputFile file, JsonLimits limits, @Nullable AssetKey repository) implements Partition {
    private static final Set<String> KEPT = Set.of("spdxVersion", "creationInfo", "documentDescribes", "@context");

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Completeness read(FactSink sink) {
        try (Composition composition = new Composition(file.name(), limits)) {
            read(new Elements(file.name(), composition), sink);
        }
        return Completeness.complete();
    }

    private void read(Elements elements, FactSink sink) {
        Spdx2 two = new Spdx2(elements);
        Spdx3 three = new Spdx3(elements);
        Map<String, Consumer<Fields>> arrays = Map.of(
                "packages", element -> Records.one(element, sink, two::addPackage),
                "relationships", element -> Records.one(element, sink, two::relate),
                "@graph", element -> Records.one(element, sink, three::add));
        ContentDigest digest = new ContentDigest(file, limits);
        Fields document = document(arrays, digest);
        try {
            boolean isThree = document.has("@context");
            String format = isThree ? three.format() : two.format(document);
            if (!isThree) {
                document.strings("documentDescribes").forEach(elements::describe);
            }
            Subject subject = elements.subject(repository, sink);
            elements.composition().relate(subject, sink);
            Fields creation = isThree ? three.creation() : document.object("creationInfo");
            Instant time = SbomDocument.time(creation, "created", sink);
            SbomDocument.describe(digest.value(), format, time, subject, sink);
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
    }

    private Fields document(Map<String, Consumer<Fields>> arrays, ContentDigest digest) {
        return switch (Content.opening(file, limits)) {
            case '{' -> Sections.read(file, limits, arrays, KEPT, Spdx2.SHAPES, digest);
            case '<' ->
                throw new SourceException(
                        new Rejection(file.name(), "", "RDF/XML is not read; JSON, tag-value and JSON-LD are"), null);
            default -> TagValue.read(file, limits, arrays);
        };
    }
}
