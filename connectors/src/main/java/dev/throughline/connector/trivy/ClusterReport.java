package dev.throughline.connector.trivy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.InputFile;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.JsonStream;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.Completeness;
import dev.throughline.fact.FactSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What was found in a cluster: a report of {@code trivy k8s}, whose resources are in {@code Resources} or, in older
 * versions, in {@code Vulnerabilities} and {@code Misconfigurations}; or custom resources of Trivy-Operator, one, a list, or
 * lists by the names of their kinds.
 */
final class ClusterReport {
    private static final Set<String> SCANNED = Set.of("Resources", "Vulnerabilities", "Misconfigurations");
    private static final String OF_OPERATOR = "reports.aquasecurity.github.io";

    private final InputFile file;
    private final String cluster;
    private final FactSink sink;
    private final List<String> gaps = new ArrayList<>();

    private ClusterReport(InputFile file, String cluster, FactSink sink) {
        this.file = file;
        this.cluster = cluster;
        this.sink = sink;
    }

    /** Whether a document with a member of this name is such a report. */
    static boolean has(String member) {
        return member.equals("ClusterName")
                || member.equals("Resources")
                || member.equals("kind")
                || member.endsWith(OF_OPERATOR);
    }

    static Completeness read(InputFile file, JsonLimits limits, String cluster, FactSink sink) {
        ClusterReport report = new ClusterReport(file, cluster, sink);
        Json.stream(file, limits, report::read);
        return report.gaps.isEmpty() ? Completeness.complete() : Completeness.partial(String.join("; ", report.gaps));
    }

    private void read(JsonStream root) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        root.members((name, value) -> {
            if (SCANNED.contains(name)) {
                each(value, this::scanned);
            } else if (name.equals("items") || name.endsWith(OF_OPERATOR)) {
                each(value, this::customResource);
            } else {
                rest.set(name, value.read().node());
            }
        });
        if (rest.has("report")) {
            Records.one(Fields.of(file.name(), rest), sink, this::customResource);
        }
    }

    private void each(JsonStream list, BiConsumer<Fields, FactSink> reader) {
        list.elements(element -> Records.one(element.read(), sink, reader));
    }

    /** One that could not be scanned says why. */
    private void scanned(Fields resource, FactSink facts) {
        ClusterObject object = new ClusterObject(
                cluster, resource.text("Namespace"), resource.requiredText("Kind"), resource.requiredText("Name"));
        String error = resource.text("Error");
        if (error != null && !error.isBlank()) {
            gaps.add(resource + ": could not be scanned");
        }
        Scanned scanned = object.scanned();
        Records.each(resource.list("Results"), facts, (result, found) -> new Result(result, scanned).read(found));
    }

    private void customResource(Fields resource, FactSink facts) {
        new OperatorReport(resource, cluster).read(facts);
    }

    /** Refuses a report of a cluster that nobody named. */
    static WrongShape unnamed() {
        return new WrongShape("", "the cluster is unknown; name it with TrivyConnector.cluster");
    }
}
