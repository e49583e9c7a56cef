package dev.throughline.connector.gitlabreport;

import dev.throughline.connector.support.CvssVector;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.OneLine;
import dev.throughline.connector.support.PackageReference;
import dev.throughline.connector.support.SourcePath;
import dev.throughline.connector.support.VulnerabilityId;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A vulnerability in a package. */
final class VulnerablePackage {
    private final Fields finding;
    private final Packages packages;
    private final Scan scan;
    private final String name;
    private final @Nullable String version;

    VulnerablePackage(Fields finding, Packages packages) {
        this.finding = finding;
        this.packages = packages;
        this.scan = packages.scan();
        Fields dependency = finding.object("location").object("dependency");
        this.name = dependency.object("package").requiredText("name");
        this.version = dependency.scalar("version");
    }

    void readDependency(AssetKey repository, FactSink sink) {
        String path = SourcePath.of(finding.object("location").text("file"));
        PackageReference reference = path == null ? null : packages.reference(path, name, version);
        if (reference != null) {
            sink.accept(reference.asset());
            sink.accept(new Relation(repository, RelationType.HAS_PACKAGE, reference.key(), Map.of("path", path)));
        }
        read(repository, path, reference, sink);
    }

    /** The report does not tell in whose catalogue the name of the package is, so no package comes out. */
    void readInImage(AssetKey place, FactSink sink) {
        read(place, null, null, sink);
    }

    private void read(AssetKey place, @Nullable String path, @Nullable PackageReference reference, FactSink sink) {
        Vulnerability vulnerability = vulnerability(sink);
        String id = vulnerability.key().value();
        String identity = reference == null ? name + "@" + Objects.toString(version, "") : reference.coordinates();
        AssetKey key = packages.weakness(id, identity, place, Objects.toString(path, ""));
        sink.accept(vulnerability);
        sink.accept(new Weakness(
                key,
                id + " in " + name + (version == null ? "" : " " + version),
                scan.weaknessType(),
                vulnerability.severity(),
                scan.tool(),
                path,
                null,
                null,
                reference == null ? name : reference.purl(),
                Scan.state(finding),
                null));
        sink.accept(new Relation(key, RelationType.AFFECTS, place));
        sink.accept(new Relation(key, RelationType.INSTANCE_OF, vulnerability.key()));
    }

    private Vulnerability vulnerability(FactSink sink) {
        Identifiers identifiers = new Identifiers(finding);
        VulnerabilityId id = identifiers.vulnerability();
        CvssVector cvss = Ratings.cvss(finding, sink);
        String title = finding.text("name");
        return new Vulnerability(
                id.key(),
                title == null || title.isBlank() ? null : OneLine.of(title),
                Ratings.severity(finding),
                cvss == null ? null : cvss.score(),
                cvss == null ? null : cvss.text(),
                null,
                null,
                identifiers.cwes(),
                id.aliases(),
                null,
                null,
                null);
    }
}
