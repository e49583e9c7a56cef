package dev.throughline.connector.gitlabreport;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.JsonShape;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.SecretHash;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import dev.throughline.fact.Partition;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A report of one scan.
 *
 * @param file the file
 * @param limits how large it may be
 * @param repository what was scanned; null if nobody said
 * @param secrets what is kept of a credential
 */
record SecurityReport(
        InputFile file, JsonLimits limits, @Nullable AssetKey repository, SecretHash secrets) implements Partition {
    private static final List<String> VULNERABILITIES = List.of("vulnerabilities");

    /** What is read of a finding of any kind: no descriptions, which may quote a credential, and of code no more than to hash one. */
    private static final JsonShape FINDING = new JsonShape(
            Map.of(
                    "",
                    Set.of(
                            "name",
                            "severity",
                            "identifiers",
                            "cvss_vectors",
                            "flags",
                            "location",
                            "tracking",
                            "raw_source_code_extract"),
                    "identifiers",
                    Set.of("type", "name", "value"),
                    "cvss_vectors",
                    Set.of("vector"),
                    "flags",
                    Set.of("type"),
                    "location",
                    Set.of("file", "start_line", "commit", "image", "dependency"),
                    "commit",
                    Set.of("sha"),
                    "dependency",
                    Set.of("package", "version"),
                    "package",
                    Set.of("name")),
            Map.of());

    @Override
    public String name() {
        return file.name();
    }

    /** What kind of scan it was may stand behind its findings, so the file is read twice rather than held in memory. */
    @Override
    public Completeness read(FactSink sink) {
        try {
            Fields around = Json.around(file, VULNERABILITIES.get(0), limits);
            if (!around.has("vulnerabilities")) {
                throw new WrongShape("/vulnerabilities", "this list is not there, so this is no security report");
            }
            Scan scan = Scan.read(around.object("scan"));
            List<String> gaps = new ArrayList<>(scan.gaps());
            findings(scan, gaps, sink);
            return gaps.isEmpty() ? Completeness.complete() : Completeness.partial(String.join("; ", gaps));
        } catch (WrongShape e) {
            throw e.in(file.name());
        }
    }

    private void findings(Scan scan, List<String> gaps, FactSink sink) {
        if (scan.type().isOfImages()) {
            ImageFindings findings = new ImageFindings(scan, repository);
            each(findings::read, sink);
            gaps.addAll(findings.gaps());
            return;
        }
        if (repository == null) {
            throw new WrongShape("", "the repository is unknown; name it with GitLabReportConnector.repository");
        }
        if (scan.type() == ScanType.DEPENDENCY_SCANNING) {
            Packages packages = new Packages(scan);
            each((finding, facts) -> new VulnerablePackage(finding, packages).readDependency(repository, facts), sink);
        } else {
            CodeFindings findings = new CodeFindings(scan, repository, secrets);
            each(findings::read, sink);
            findings.emit(sink);
        }
    }

    private void each(BiConsumer<Fields, FactSink> reader, FactSink sink) {
        Json.elements(file, VULNERABILITIES, limits, FINDING, finding -> Records.one(finding, sink, reader));
    }
}
