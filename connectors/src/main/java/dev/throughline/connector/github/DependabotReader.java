package dev.throughline.connector.github;

import dev.throughline.connector.support.CvssRating;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Fingerprint;
import dev.throughline.connector.support.OneLine;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.export.Reading;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Severity;
import dev.throughline.model.SoftwarePackage;
import dev.throughline.model.SourceState;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.Weakness;
import dev.throughline.model.WeaknessType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads Dependabot alerts (REST, <em>Dependabot alerts</em>). The key of an alert comes from its number, which is its
 * identity on the platform: the same advisory may be alerted again for the same manifest after it was fixed.
 */
final class DependabotReader {
    private static final String TOOL = "Dependabot";

    private final AssetKey repository;
    private final Reading reading;

    DependabotReader(AssetKey repository, Reading reading) {
        this.repository = repository;
        this.reading = reading;
    }

    /** Reads the alerts and returns whether the platform keeps any list of them. */
    boolean read(String folder) {
        return reading.list(folder + "/dependabot-alerts", null, this::alert);
    }

    void alert(Fields alert, FactSink sink) {
        String number = alert.scalar("number");
        if (number == null) {
            throw new WrongShape(alert.pointer() + "/number", "this field is required and has no value");
        }
        Vulnerability vulnerability = vulnerability(alert.object("security_advisory"), sink);
        Fields dependency = alert.object("dependency");
        String manifest = dependency.text("manifest_path");
        SoftwarePackage affected = Ecosystem.softwarePackage(dependency.object("package"));
        SourceState state = AlertState.of(alert);
        AssetKey key = Fingerprint.of(Fingerprint.slug(TOOL), repository.text(), number)
                .key();
        sink.accept(vulnerability);
        sink.accept(new Weakness(
                key,
                vulnerability.title(),
                WeaknessType.DEPENDENCY,
                vulnerability.severity(),
                TOOL,
                manifest,
                null,
                alert.object("security_vulnerability")
                        .object("first_patched_version")
                        .text("identifier"),
                affected == null
                        ? dependency.object("package").text("name")
                        : affected.key().value(),
                state,
                alert.text("html_url")));
        sink.accept(new Relation(key, RelationType.AFFECTS, repository, at("location", manifest)));
        sink.accept(new Relation(key, RelationType.INSTANCE_OF, vulnerability.key()));
        if (affected != null && state != SourceState.FIXED) {
            sink.accept(affected);
            sink.accept(new Relation(repository, RelationType.HAS_PACKAGE, affected.key(), at("path", manifest)));
        }
    }

    private static Map<String, String> at(String property, @Nullable String manifest) {
        return manifest == null ? Map.of() : Map.of(property, manifest);
    }

    private static Vulnerability vulnerability(Fields advisory, FactSink sink) {
        String ghsa = advisory.requiredText("ghsa_id");
        String cve = advisory.text("cve_id");
        AssetKey key = AssetKey.vulnerability(cve == null ? ghsa : cve);
        Set<String> aliases = new TreeSet<>(Set.of(ghsa));
        advisory.list("identifiers").forEach(i -> aliases.add(i.requiredText("value")));
        aliases.removeIf(alias -> AssetKey.vulnerability(alias).equals(key));
        CvssRating cvss = CvssRating.of(cvss(advisory), "vector_string", "score", sink);
        String summary = advisory.text("summary");
        List<String> cwes = advisory.list("cwes").stream()
                .map(c -> c.requiredText("cwe_id"))
                .toList();
        return new Vulnerability(
                key,
                summary == null ? null : OneLine.of(summary),
                severity(advisory.text("severity")),
                cvss.score(),
                cvss.vector(),
                epss(advisory.object("epss")),
                null,
                cwes.isEmpty() ? null : cwes,
                aliases.isEmpty() ? null : List.copyOf(aliases),
                cvss.published(),
                null,
                null);
    }

    /** The newest version of CVSS that has a vector; without a vector the score is 0.0 and means nothing. */
    private static Fields cvss(Fields advisory) {
        Fields severities = advisory.object("cvss_severities");
        for (Fields cvss :
                List.of(severities.object("cvss_v4"), severities.object("cvss_v3"), advisory.object("cvss"))) {
            if (cvss.has("vector_string")) {
                return cvss;
            }
        }
        return Fields.NONE;
    }

    /** A probability, which the platform writes as a number or as a string. */
    private static @Nullable Double epss(Fields epss) {
        String percentage = epss.scalar("percentage");
        try {
            double probability = percentage == null ? Double.NaN : Double.parseDouble(percentage);
            return probability >= 0 && probability <= 1 ? probability : null;
        } catch (NumberFormatException e) {
            throw new WrongShape(epss.pointer() + "/percentage", "expected a number");
        }
    }

    private static @Nullable Severity severity(@Nullable String severity) {
        return severity == null
                ? null
                : switch (severity.toLowerCase(Locale.ROOT)) {
                    case "critical" -> Severity.CRITICAL;
                    case "high" -> Severity.HIGH;
                    case "medium", "moderate" -> Severity.MEDIUM;
                    case "low" -> Severity.LOW;
                    default -> null;
                };
    }
}
