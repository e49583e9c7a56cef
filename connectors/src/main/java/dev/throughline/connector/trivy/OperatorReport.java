package dev.throughline.connector.trivy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Records;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Text;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A custom resource of Trivy-Operator ({@code aquasecurity.github.io/v1alpha1}), whose findings are told in the words of
 * Trivy's own report. Where it names the digest of the image, what was found in the image is about the image.
 */
final class OperatorReport {
    private static final Set<String> KINDS = Set.of(
            "VulnerabilityReport",
            "ExposedSecretReport",
            "ConfigAuditReport",
            "ClusterConfigAuditReport",
            "RbacAssessmentReport",
            "ClusterRbacAssessmentReport",
            "InfraAssessmentReport",
            "ClusterInfraAssessmentReport");
    private static final String RESOURCE = "trivy-operator.resource.";

    /** Fields of a vulnerability by what Trivy calls them. Neither {@code match} of a secret is read, nor messages. */
    private static final Map<String, String> VULNERABILITY = Map.of(
            "VulnerabilityID", "vulnerabilityID",
            "PkgName", "resource",
            "InstalledVersion", "installedVersion",
            "FixedVersion", "fixedVersion",
            "PkgPath", "packagePath",
            "Title", "title",
            "Severity", "severity",
            "SeveritySource", "cvsssource");

    private static final Map<String, String> CHECK = Map.of("ID", "checkID", "Title", "title", "Severity", "severity");
    private static final Map<String, String> SECRET = Map.of("RuleID", "ruleID", "Severity", "severity");

    private final Fields report;
    private final Fields metadata;
    private final Scanned running;

    OperatorReport(Fields resource, String cluster) {
        String kind = resource.requiredText("kind");
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("a resource of kind '" + Text.quote(kind) + "' is not read");
        }
        this.report = resource.object("report");
        this.metadata = resource.object("metadata");
        this.running = new ClusterObject(cluster, label("namespace"), required("kind"), required("name")).scanned();
    }

    void read(FactSink sink) {
        Scanned scanned = scanned(sink);
        Records.each(
                report.list("vulnerabilities"),
                sink,
                (finding, facts) ->
                        new VulnerablePackage(vulnerability(finding), result(finding, scanned)).read(facts));
        Records.each(report.list("secrets"), sink, (finding, facts) -> {
            Result result = result(finding, scanned);
            new FailedRule(told(finding, SECRET), result).secret(facts);
            result.emit(facts);
        });
        Records.each(report.list("checks"), sink, (finding, facts) -> {
            if (!Boolean.TRUE.equals(finding.bool("success"))) {
                Result result = result(finding, running);
                new FailedRule(told(finding, CHECK), result).misconfiguration(facts);
                result.emit(facts);
            }
        });
    }

    private Scanned scanned(FactSink sink) {
        Fields artifact = report.object("artifact");
        String digest = artifact.text("digest");
        String repository = artifact.text("repository");
        if (digest == null || digest.isBlank() || repository == null) {
            return running;
        }
        String server = report.object("registry").text("server");
        String name = server == null || server.isBlank() ? repository : server + "/" + repository;
        ObjectNode image = JsonNodeFactory.instance.objectNode();
        ObjectNode names =
                image.put("CreatedAt", report.text("updateTimestamp")).putObject("Metadata");
        names.putArray("RepoDigests").add(name + "@" + digest);
        String tag = artifact.text("tag");
        if (tag != null && !tag.isBlank()) {
            names.putArray("RepoTags").add(name + ":" + tag);
        }
        return ScannedImage.read(Fields.at(report.file(), report.pointer(), image), sink);
    }

    private static Result result(Fields finding, Scanned scanned) {
        return new Result(told(finding, Map.of("Target", "target", "Class", "class")), scanned);
    }

    private static Fields vulnerability(Fields finding) {
        Fields told = told(finding, VULNERABILITY);
        ObjectNode vulnerability = (ObjectNode) told.node();
        String purl = finding.text("packagePURL");
        if (purl != null) {
            vulnerability.putObject("PkgIdentifier").put("PURL", purl);
        }
        if (finding.has("cvss")) {
            vulnerability.set("CVSS", finding.get("cvss").node());
        } else if (finding.has("score")) {
            vulnerability.putObject("CVSS").putObject("").put("V3Score", finding.decimal("score"));
        }
        return told;
    }

    /** The same finding with the names of other fields; an empty text tells nothing. */
    private static Fields told(Fields finding, Map<String, String> names) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        names.forEach((name, source) -> {
            String text = finding.text(source);
            if (text != null && !text.isBlank()) {
                told.put(name, text);
            }
        });
        return Fields.at(finding.file(), finding.pointer(), told);
    }

    /** A name that is too long for a label is an annotation. */
    private @Nullable String label(String name) {
        String label = metadata.object("labels").text(RESOURCE + name);
        return label == null ? metadata.object("annotations").text(RESOURCE + name) : label;
    }

    private String required(String name) {
        String value = label(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("no label " + RESOURCE + name + " says what was scanned");
        }
        return value;
    }
}
