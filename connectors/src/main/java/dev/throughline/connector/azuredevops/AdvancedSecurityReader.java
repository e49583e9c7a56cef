package dev.throughline.connector.azuredevops;

import dev.throughline.connector.support.CodeResult;
import dev.throughline.connector.support.CodeResults;
import dev.throughline.connector.support.Cwe;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Fingerprint;
import dev.throughline.connector.support.OneLine;
import dev.throughline.connector.support.ScanType;
import dev.throughline.connector.support.VulnerabilityId;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.ExposedSecret;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Rule;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the alerts of GitHub Advanced Security for Azure DevOps in one repository. An alert on code is what a platform made
 * of a result that a scanner wrote as SARIF, and its title is the message of that result; an alert on a secret becomes an
 * exposed secret, which is a finding by itself.
 */
final class AdvancedSecurityReader {
    static final String TOOL = "Advanced Security";

    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,}", Pattern.CASE_INSENSITIVE);

    private final AssetKey repository;
    private final Reading reading;
    private final CodeResults results;
    private final Set<String> types = new HashSet<>();

    AdvancedSecurityReader(AssetKey repository, Reading reading) {
        this.repository = repository;
        this.results = new CodeResults(repository);
        this.reading = reading;
    }

    /** Reads the alerts and returns the types of those there are. */
    Set<String> read(String list) {
        reading.list(list, "value", (alert, sink) -> read(new Alert(alert), sink));
        results.emit(reading.sink());
        return types;
    }

    private void read(Alert alert, FactSink sink) {
        switch (alert.type()) {
            case "code" -> code(alert, sink);
            case "dependency" -> dependency(alert, sink);
            case "secret" -> secret(alert, sink);
            default -> throw new IllegalArgumentException("its type is none of code, dependency and secret");
        }
        types.add(alert.type());
    }

    private void code(Alert alert, FactSink sink) {
        Fields rule = alert.rule();
        String id = Objects.toString(rule.text("opaqueId"), "").strip();
        String name = rule.text("friendlyName");
        String vulnerability = VulnerabilityId.in(id);
        Asset instanceOf = vulnerability == null ? rule(alert, id, name) : vulnerability(alert, vulnerability);
        String title = Objects.toString(alert.title(), "");
        CodeResult result = new CodeResult(
                alert.tool(),
                id,
                title,
                null,
                alert.path(),
                alert.line(),
                ScanType.of(Fingerprint.slug(alert.tool()), name, vulnerability != null, false),
                id.isEmpty() ? OneLine.of(title) : title(id, name),
                alert.severity(),
                alert.state(),
                alert.url(),
                instanceOf == null ? null : instanceOf.key());
        if (instanceOf != null) {
            sink.accept(instanceOf);
        }
        results.add(result, sink);
    }

    private static String title(String id, @Nullable String name) {
        return name == null || name.isBlank() ? id : OneLine.of(name);
    }

    private static @Nullable Rule rule(Alert alert, String id, @Nullable String name) {
        return id.isEmpty()
                ? null
                : new Rule(
                        Fingerprint.rule(alert.tool(), id),
                        id,
                        alert.tool(),
                        title(id, name),
                        alert.severity(),
                        null,
                        cwes(alert.rule()));
    }

    private static Vulnerability vulnerability(Alert alert, String id) {
        return new Vulnerability(
                AssetKey.vulnerability(id),
                null,
                alert.severity(),
                null,
                null,
                null,
                null,
                cwes(alert.rule()),
                null,
                null,
                null,
                null);
    }

    private static @Nullable List<String> cwes(Fields rule) {
        List<String> cwes = Cwe.in(rule.strings("tags"));
        return cwes.isEmpty() ? null : cwes;
    }

    private void dependency(Alert alert, FactSink sink) {
        Vulnerability vulnerability = vulnerability(alert, vulnerability(alert.rule()));
        AssetKey key = Fingerprint.of(Fingerprint.slug(TOOL), repository.text(), alert.id())
                .key();
        String path = alert.path();
        sink.accept(vulnerability);
        sink.accept(new Weakness(
                key,
                alert.title() == null ? vulnerability.key().value() : OneLine.of(alert.title()),
                WeaknessType.DEPENDENCY,
                alert.severity(),
                TOOL,
                path,
                null,
                null,
                dependencyOf(alert),
                alert.state(),
                alert.url()));
        sink.accept(new Relation(
                key, RelationType.AFFECTS, repository, path == null ? Map.of() : Map.of("location", path)));
        sink.accept(new Relation(key, RelationType.INSTANCE_OF, vulnerability.key()));
    }

    /** A CVE, where the rule names one in whatever property; else the id of the rule, which is that of an advisory. */
    private static String vulnerability(Fields rule) {
        String id = rule.requiredText("opaqueId");
        if (CVE.matcher(id).matches()) {
            return id;
        }
        Fields more = rule.object("additionalProperties");
        return more.names().stream()
                .filter(name -> more.get(name).node().isTextual())
                .map(name -> more.get(name).text())
                .filter(value -> CVE.matcher(value).matches())
                .findFirst()
                .orElse(id);
    }

    private static @Nullable String dependencyOf(Alert alert) {
        return alert.fields().list("logicalLocations").stream()
                .filter(location -> "vulnerableDependency".equals(location.text("kind")))
                .map(location -> location.text("fullyQualifiedName"))
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElse(null);
    }

    private void secret(Alert alert, FactSink sink) {
        AssetKey key = AssetKey.inRepository(AssetKind.EXPOSED_SECRET, repository, "advanced-security/" + alert.id());
        String type = alert.rule().text("opaqueId");
        String name = alert.rule().text("friendlyName");
        String validity = alert.fields().object("validityDetails").text("validityStatus");
        sink.accept(new ExposedSecret(
                key,
                type,
                name == null ? type : OneLine.of(name),
                alert.path(),
                alert.line(),
                alert.state(),
                "none".equals(validity) ? null : validity,
                null,
                alert.url()));
        sink.accept(new Relation(repository, RelationType.CONTAINS, key));
    }
}
