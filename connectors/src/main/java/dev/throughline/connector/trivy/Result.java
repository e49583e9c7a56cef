package dev.throughline.connector.trivy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.CodeResult;
import dev.throughline.connector.support.CodeResults;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Fingerprints;
import dev.throughline.connector.support.JsonShape;
import dev.throughline.connector.support.JsonStream;
import dev.throughline.connector.support.PackageReference;
import dev.throughline.connector.support.PackageReferences;
import dev.throughline.connector.support.Records;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import dev.throughline.model.Weakness;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was found in one target, such as a lock file or the packages of the system: an element of {@code Results}. */
final class Result {
    static final String TOOL = "Trivy";

    private static final Set<String> SEVERITIES = Set.of("CRITICAL", "HIGH", "MEDIUM", "LOW");

    /** What is read of a finding of any kind: neither long texts, of which nothing is made, nor what shows a secret. */
    private static final JsonShape FINDING = new JsonShape(
            Map.of(
                    "",
                    Set.of(
                            "CVSS",
                            "CauseMetadata",
                            "CweIDs",
                            "FixedVersion",
                            "ID",
                            "InstalledVersion",
                            "PkgIdentifier",
                            "PkgName",
                            "PkgPath",
                            "RuleID",
                            "Severity",
                            "SeveritySource",
                            "StartLine",
                            "Status",
                            "Title",
                            "VulnerabilityID"),
                    "CauseMetadata",
                    Set.of("Resource", "StartLine"),
                    "PkgIdentifier",
                    Set.of("PURL")),
            Map.of());

    private static final Map<String, Reader> LISTS = Map.of(
            "Vulnerabilities", (finding, result, sink) -> new VulnerablePackage(finding, result).read(sink),
            "Misconfigurations", (finding, result, sink) -> new FailedRule(finding, result).misconfiguration(sink),
            "Secrets", (finding, result, sink) -> new FailedRule(finding, result).secret(sink));

    private final Fields result;
    private final Scanned scanned;
    private final @Nullable String target;
    private final Fingerprints fingerprints = new Fingerprints();
    private final PackageReferences packages = new PackageReferences();

    /** What breaks a rule, for each asset: handed over behind the others, when it is known which of them are alike. */
    private final List<CodeResults> failed;

    Result(Fields result, Scanned scanned) {
        this.result = result;
        this.scanned = scanned;
        this.target = result.text("Target");
        this.failed = scanned.assets().stream().map(CodeResults::new).toList();
    }

    private interface Reader {
        void read(Fields finding, Result result, FactSink sink);
    }

    /** Reads the findings one by one as they pass. Those that stand before their target are held until it is known. */
    static void read(JsonStream element, Scanned scanned, FactSink sink) {
        ObjectNode around = JsonNodeFactory.instance.objectNode();
        Fields held = element.of(around);
        element.members((name, value) -> {
            Reader reader = LISTS.get(name);
            if (reader != null && around.has("Target") && around.has("Class")) {
                Result result = new Result(held, scanned);
                value.elements(finding -> result.read(finding.read(FINDING), reader, sink));
                result.emit(sink);
            } else {
                around.set(name, value.read().node());
            }
        });
        new Result(held, scanned).read(sink);
    }

    void read(FactSink sink) {
        LISTS.forEach((name, reader) -> result.list(name).forEach(finding -> read(finding, reader, sink)));
        emit(sink);
    }

    private void read(Fields finding, Reader reader, FactSink sink) {
        Records.one(finding, sink, (fields, facts) -> reader.read(fields, this, facts));
    }

    /** The package of a URL; throws an IllegalArgumentException for what is none. */
    PackageReference reference(String url) {
        return packages.parse(url);
    }

    /** The key of a weakness, see {@link dev.throughline.connector.support.Fingerprint#of}. */
    AssetKey fingerprint(String... parts) {
        return fingerprints.of(parts).key();
    }

    void add(CodeResult broken, FactSink sink) {
        failed.forEach(results -> results.add(broken, sink));
    }

    /** Hands over what breaks a rule. */
    void emit(FactSink sink) {
        failed.forEach(results -> results.emit(sink));
    }

    Scanned scanned() {
        return scanned;
    }

    @Nullable
    String target() {
        return target;
    }

    /** The target of packages of the operating system is the artifact, not a file. */
    boolean isFile() {
        return !"os-pkgs".equals(result.text("Class"));
    }

    void report(Weakness weakness, AssetKey affected, AssetKey instanceOf, FactSink sink) {
        sink.accept(weakness);
        sink.accept(new Relation(weakness.key(), RelationType.AFFECTS, affected));
        sink.accept(new Relation(weakness.key(), RelationType.INSTANCE_OF, instanceOf));
    }

    /** Trivy's UNKNOWN is unknown, and so is a word it did not have when this was written. */
    static @Nullable Severity severity(Fields finding) {
        String severity = finding.text("Severity");
        return severity != null && SEVERITIES.contains(severity) ? Severity.valueOf(severity) : null;
    }
}
