package dev.throughline.connector.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@code RepositoryVulnerabilityAlert} of the GraphQL API, told in the words of the REST API. Which fields there are is
 * up to the query; without a number its global id identifies an alert.
 */
final class GraphQlAlert {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private GraphQlAlert() {}

    static Fields asRest(Fields alert) {
        Fields vulnerability = alert.object("securityVulnerability");
        Fields advisory =
                vulnerability.has("advisory") ? vulnerability.object("advisory") : alert.object("securityAdvisory");
        ObjectNode rest = NODES.objectNode();
        rest.put("number", alert.has("number") ? alert.scalar("number") : alert.requiredText("id"));
        rest.put("state", state(alert));
        ObjectNode dependency = rest.putObject("dependency");
        dependency.put("manifest_path", alert.text("vulnerableManifestPath"));
        dependency.set("package", node(vulnerability.get("package")));
        rest.putObject("security_vulnerability")
                .set("first_patched_version", node(vulnerability.get("firstPatchedVersion")));
        rest.set("security_advisory", advisory(advisory, severity(vulnerability, advisory)));
        return Fields.at(alert.file(), alert.pointer(), rest);
    }

    private static String state(Fields alert) {
        String state = alert.text("state");
        if (state != null) {
            return state.toLowerCase(Locale.ROOT);
        }
        return alert.has("fixedAt") ? "fixed" : alert.has("dismissedAt") ? "dismissed" : "open";
    }

    private static @Nullable String severity(Fields vulnerability, Fields advisory) {
        return vulnerability.has("severity") ? vulnerability.text("severity") : advisory.text("severity");
    }

    private static ObjectNode advisory(Fields advisory, @Nullable String severity) {
        ObjectNode rest = NODES.objectNode();
        String cve = identifier(advisory, "CVE");
        String ghsa = advisory.has("ghsaId") ? advisory.text("ghsaId") : identifier(advisory, "GHSA");
        rest.put("ghsa_id", ghsa == null ? first(advisory) : ghsa);
        rest.put("cve_id", cve);
        rest.put("severity", severity);
        rest.put("summary", advisory.text("summary"));
        rest.set("identifiers", node(advisory.get("identifiers")));
        rest.set("epss", node(advisory.get("epss")));
        rest.set("cvss", cvss(advisory.object("cvss")));
        Fields severities = advisory.object("cvssSeverities");
        rest.putObject("cvss_severities")
                .<ObjectNode>set("cvss_v3", cvss(severities.object("cvssV3")))
                .set("cvss_v4", cvss(severities.object("cvssV4")));
        ArrayNode cwes = rest.putArray("cwes");
        advisory.object("cwes").list("nodes").forEach(cwe -> cwes.addObject().put("cwe_id", cwe.text("cweId")));
        return rest;
    }

    private static @Nullable String identifier(Fields advisory, String type) {
        return advisory.list("identifiers").stream()
                .filter(identifier -> type.equals(identifier.text("type")))
                .map(identifier -> identifier.text("value"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String first(Fields advisory) {
        List<Fields> identifiers = advisory.list("identifiers");
        return identifiers.isEmpty() ? null : identifiers.get(0).text("value");
    }

    private static JsonNode cvss(Fields cvss) {
        return cvss.isAbsent()
                ? NODES.nullNode()
                : NODES.objectNode()
                        .put("vector_string", cvss.text("vectorString"))
                        .put("score", cvss.decimal("score"));
    }

    private static JsonNode node(Fields fields) {
        return fields.isAbsent() ? NODES.nullNode() : fields.node();
    }
}
