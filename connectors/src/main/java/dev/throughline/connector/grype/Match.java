package dev.throughline.connector.grype;

import com.google.common.collect.ImmutableMap;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Fingerprints;
import dev.throughline.connector.support.JsonShape;
import dev.throughline.connector.support.PackageReference;
import dev.throughline.connector.support.PackageReferences;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Rejection;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SourceState;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A vulnerability in a package: an element of {@code matches} or {@code ignoredMatches}. */
final class Match {
    private static final String TOOL = "Grype";

    /** Packages of the operating system are found in its database, which is not where they are. */
    private static final Set<String> SYSTEM_PACKAGES = Set.of("apk", "deb", "rpm", "alpm", "portage");

    private static final Set<String> VULNERABILITY =
            Set.of("id", "severity", "description", "fix", "cvss", "epss", "cwes", "knownExploited");

    /** What is read of a match. */
    static final JsonShape SHAPE = new JsonShape(
            ImmutableMap.<String, Set<String>>builder()
                    .put("", Set.of("vulnerability", "relatedVulnerabilities", "artifact"))
                    .put("vulnerability", VULNERABILITY)
                    .put("relatedVulnerabilities", VULNERABILITY)
                    .put("fix", Set.of("versions"))
                    .put("cvss", Set.of("type", "version", "vector", "metrics"))
                    .put("metrics", Set.of("baseScore"))
                    .put("epss", Set.of("epss"))
                    .put("cwes", Set.of("cwe"))
                    .put("knownExploited", Set.of("dateAdded", "knownRansomwareCampaignUse"))
                    .put("artifact", Set.of("name", "version", "type", "purl", "locations"))
                    .put("locations", Set.of("path"))
                    .buildOrThrow(),
            Map.of());

    private final Fields match;
    private final Scanned scanned;
    private final Fingerprints fingerprints;
    private final PackageReferences packages;
    private final Fields artifact;

    Match(Fields match, Scanned scanned, Fingerprints fingerprints, PackageReferences packages) {
        this.match = match;
        this.scanned = scanned;
        this.fingerprints = fingerprints;
        this.packages = packages;
        this.artifact = match.object("artifact");
    }

    void read(FactSink sink) {
        read(SourceState.OPEN, sink);
    }

    void readIgnored(FactSink sink) {
        read(IgnoreRules.state(match.list("appliedIgnoreRules")), sink);
    }

    private void read(SourceState state, FactSink sink) {
        Vulnerability vulnerability = new MatchedVulnerability(match).read(sink);
        PackageReference reference = reference(sink);
        sink.accept(vulnerability);
        if (reference != null) {
            sink.accept(reference.asset());
        }
        for (AssetKey asset : scanned.assets()) {
            for (String path : paths()) {
                if (reference != null) {
                    Map<String, String> where = path.isEmpty() ? Map.of() : Map.of("path", path);
                    sink.accept(new Relation(asset, RelationType.HAS_PACKAGE, reference.key(), where));
                }
                Weakness weakness = weakness(asset, path, vulnerability, reference, state);
                sink.accept(weakness);
                sink.accept(new Relation(weakness.key(), RelationType.AFFECTS, asset));
                sink.accept(new Relation(weakness.key(), RelationType.INSTANCE_OF, vulnerability.key()));
            }
        }
    }

    /** A package without a sound package URL is known by its name only. */
    private @Nullable PackageReference reference(FactSink sink) {
        String purl = artifact.text("purl");
        try {
            return purl == null || purl.isBlank() ? null : packages.parse(purl);
        } catch (IllegalArgumentException e) {
            sink.reject(new Rejection(match.file(), artifact.pointer() + "/purl", String.valueOf(e.getMessage())));
            return null;
        }
    }

    /** Where the package is; an empty path where that is unknown. An image is one place, a repository is mended file by file. */
    private List<String> paths() {
        String type = artifact.text("type");
        if (type != null && SYSTEM_PACKAGES.contains(type)) {
            return List.of("");
        }
        List<String> paths = artifact.list("locations").stream()
                .map(location -> scanned.path(location.requiredText("path")))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (paths.isEmpty()) {
            return List.of("");
        }
        return scanned.isImage() ? paths.subList(0, 1) : paths;
    }

    private Weakness weakness(
            AssetKey asset,
            String path,
            Vulnerability vulnerability,
            @Nullable PackageReference reference,
            SourceState state) {
        String name = artifact.requiredText("name");
        String version = artifact.text("version");
        String id = vulnerability.key().value();
        String identity = reference == null ? name + "@" + Objects.toString(version, "") : reference.coordinates();
        List<String> fixedVersions = match.object("vulnerability").object("fix").strings("versions");
        return new Weakness(
                fingerprints
                        .of(TOOL, id, identity, asset.value(), scanned.isImage() ? "" : path)
                        .key(),
                id + " in " + name + (version == null ? "" : " " + version),
                scanned.weaknessType(),
                vulnerability.severity(),
                TOOL,
                path.isEmpty() ? null : path,
                null,
                fixedVersions.isEmpty() ? null : String.join(", ", fixedVersions),
                reference == null ? name : reference.purl(),
                state,
                null);
    }
}
