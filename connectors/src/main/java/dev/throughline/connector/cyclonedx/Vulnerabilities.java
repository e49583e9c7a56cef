package dev.throughline.connector.cyclonedx;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Fingerprint;
import dev.throughline.connector.support.PackageReference;
import dev.throughline.connector.support.sbom.Subject;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.SourceState;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The vulnerabilities of a file and the packages of it that they affect. */
final class Vulnerabilities {
    private final List<ReportedVulnerability> reported = new ArrayList<>();

    void read(Fields vulnerability, FactSink sink) {
        reported.add(ReportedVulnerability.read(vulnerability, sink));
    }

    List<ReportedVulnerability> reported() {
        return reported;
    }

    /** Reports the packages of the file that are affected; of those in other files it is not known what they are in. */
    void report(Subject subject, Refs refs, @Nullable String tool, FactSink sink) {
        for (ReportedVulnerability vulnerability : reported) {
            for (String ref : vulnerability.affected()) {
                PackageReference affected = refs.find(ref);
                if (affected != null) {
                    subject.assets().forEach(asset -> report(vulnerability, affected, asset, subject, tool, sink));
                }
            }
        }
    }

    private static void report(
            ReportedVulnerability vulnerability,
            PackageReference affected,
            AssetKey asset,
            Subject subject,
            @Nullable String tool,
            FactSink sink) {
        String version = affected.asset().version();
        Weakness weakness = new Weakness(
                key(vulnerability, affected, asset, subject),
                vulnerability.id() + " in " + affected.asset().name() + (version == null ? "" : " " + version),
                subject.weakness(),
                vulnerability.severity(),
                tool,
                null,
                null,
                null,
                affected.purl(),
                state(vulnerability.analysis()),
                null);
        sink.accept(weakness);
        sink.accept(new Relation(weakness.key(), RelationType.AFFECTS, asset));
        sink.accept(new Relation(weakness.key(), RelationType.INSTANCE_OF, vulnerability.key()));
    }

    /** The same as in a report of Trivy: in an image a package of one version is one weakness. */
    private static AssetKey key(
            ReportedVulnerability vulnerability, PackageReference affected, AssetKey asset, Subject subject) {
        String id = vulnerability.key().value();
        return subject.weakness() == WeaknessType.CONTAINER_IMAGE
                ? Fingerprint.of(id, affected.coordinates(), asset.value()).key()
                : Fingerprint.of(id, affected.coordinates(), asset.value(), "").key();
    }

    /** An analysis that finds nothing to do is a claim; it mends nothing. */
    private static SourceState state(@Nullable Analysis analysis) {
        return analysis != null && analysis.isSettled() ? SourceState.DISMISSED : SourceState.OPEN;
    }
}
