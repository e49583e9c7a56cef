package dev.throughline.connector.grype;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Fingerprints;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.PackageReferences;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report of one image or directory.
 *
 * @param file the file
 * @param limits how large it may be
 * @param repository what reports of directories are about; null if nobody said
 */
record GrypeReport(
        InputFile file, JsonLimits limits, @Nullable AssetKey repository) implements Partition {
    private static final List<String> MATCHES = List.of("matches");

    @Override
    public String name() {
        return file.name();
    }

    /** What was scanned stands behind the matches, so the file is read twice rather than held in memory. */
    @Override
    public Completeness read(FactSink sink) {
        try {
            Fields around = Json.around(file, MATCHES.get(0), limits);
            if (!around.has("matches")) {
                throw new WrongShape("/matches", "this list is not there, so this is no JSON report of Grype");
            }
            Scanned scanned = scanned(around.object("source"), sink);
            Fingerprints fingerprints = new Fingerprints();
            PackageReferences packages = new PackageReferences();
            Json.elements(
                    file,
                    MATCHES,
                    limits,
                    Match.SHAPE,
                    match -> Records.one(
                            match, sink, (one, facts) -> new Match(one, scanned, fingerprints, packages).read(facts)));
            Records.each(
                    around.list("ignoredMatches"),
                    sink,
                    (ignored, facts) -> new Match(ignored, scanned, fingerprints, packages).readIgnored(facts));
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
        return Completeness.complete();
    }

    private Scanned scanned(Fields source, FactSink sink) {
        if ("image".equals(source.text("type"))) {
            return Scanned.image(ScannedImage.read(source.object("target"), sink));
        }
        if (repository == null) {
            throw new WrongShape(
                    "/source", "not an image, and the repository is unknown; name it with GrypeConnector.repository");
        }
        Fields target = source.get("target");
        return Scanned.repository(repository, target.node().isTextual() ? target.text() : null);
    }
}
