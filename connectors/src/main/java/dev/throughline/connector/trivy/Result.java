package dev.throughline.connector.trivy;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Records;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import dev.throughline.model.Weakness;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was found in one target, such as a lock file or the packages of the system: an element of {@code Results}. */
final class Result {
    static final String TOOL = "Trivy";

    private static final Set<String> SEVERITIES = Set.of("CRITICAL", "HIGH", "MEDIUM", "LOW");

    private final Fields result;
    private final Scanned scanned;
    private final @Nullable String target;

    Result(Fields result, Scanned scanned) {
        this.result = result;
        this.scanned = scanned;
        this.target = result.text("Target");
    }

    void read(FactSink sink) {
        Records.each(
                result.list("Vulnerabilities"),
                sink,
                (finding, facts) -> new VulnerablePackage(finding, this).read(facts));
        Records.each(
                result.list("Misconfigurations"),
                sink,
                (finding, facts) -> new FailedRule(finding, this).misconfiguration(facts));
        Records.each(result.list("Secrets"), sink, (finding, facts) -> new FailedRule(finding, this).secret(facts));
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
