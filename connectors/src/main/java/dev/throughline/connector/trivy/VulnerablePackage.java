package dev.throughline.connector.trivy;

import dev.throughline.connector.support.CvssRating;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.PackageReference;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SourceState;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A vulnerability in a package: an element of {@code Vulnerabilities}. */
final class VulnerablePackage {
    private final Fields finding;
    private final Result result;
    private final String id;
    private final String name;
    private final @Nullable String version;
    private final @Nullable String path;

    VulnerablePackage(Fields finding, Result result) {
        this.finding = finding;
        this.result = result;
        this.id = finding.requiredText("VulnerabilityID");
        this.name = finding.requiredText("PkgName");
        this.version = finding.text("InstalledVersion");
        String file = finding.text("PkgPath");
        this.path = file != null ? file : result.isFile() ? result.target() : null;
    }

    void read(FactSink sink) {
        Vulnerability vulnerability = vulnerability(sink);
        PackageReference reference = reference(sink);
        sink.accept(vulnerability);
        if (reference != null) {
            sink.accept(reference.asset());
        }
        for (AssetKey asset : result.scanned().assets()) {
            if (reference != null && !result.scanned().isRunning()) {
                Map<String, String> where = path == null ? Map.of() : Map.of("path", path);
                sink.accept(new Relation(asset, RelationType.HAS_PACKAGE, reference.key(), where));
            }
            result.report(weakness(asset, vulnerability, reference), asset, vulnerability.key(), sink);
        }
    }

    private Vulnerability vulnerability(FactSink sink) {
        CvssRating cvss = Cvss.of(finding, sink);
        return new Vulnerability(
                AssetKey.vulnerability(id),
                finding.text("Title"),
                Result.severity(finding),
                cvss.score(),
                cvss.vector(),
                null,
                null,
                finding.has("CweIDs") ? finding.strings("CweIDs") : null,
                null,
                cvss.published(),
                null,
                null);
    }

    /** A package without a sound package URL is known by its name only. */
    private @Nullable PackageReference reference(FactSink sink) {
        Fields identifier = finding.object("PkgIdentifier");
        String purl = identifier.text("PURL");
        try {
            return purl == null || purl.isBlank() ? null : result.reference(purl);
        } catch (IllegalArgumentException e) {
            sink.reject(new Rejection(finding.file(), identifier.pointer() + "/PURL", String.valueOf(e.getMessage())));
            return null;
        }
    }

    private Weakness weakness(AssetKey asset, Vulnerability vulnerability, @Nullable PackageReference reference) {
        return new Weakness(
                key(asset, vulnerability, reference),
                id + " in " + name + (version == null ? "" : " " + version),
                result.scanned().packageWeakness(),
                vulnerability.severity(),
                Result.TOOL,
                path,
                null,
                finding.text("FixedVersion"),
                reference == null ? name : reference.purl(),
                SourceState.OPEN,
                null);
    }

    /**
     * In an image, a package of one version is one weakness, in however many places it lies; a repository is mended
     * file by file.
     */
    private AssetKey key(AssetKey asset, Vulnerability vulnerability, @Nullable PackageReference reference) {
        String identity = reference == null ? name + "@" + Objects.toString(version, "") : reference.coordinates();
        return result.scanned().packageWeakness() == WeaknessType.CONTAINER_IMAGE
                ? result.fingerprint(vulnerability.key().value(), identity, asset.value())
                : result.fingerprint(vulnerability.key().value(), identity, asset.value(), Objects.toString(path, ""));
    }
}
