package dev.throughline.connector.defender;

import dev.throughline.connector.support.CvssRating;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Severity;
import dev.throughline.model.SourceState;
import dev.throughline.model.Vulnerability;
import dev.throughline.model.WeaknessType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One finding of an assessment that makes many, such as a vulnerability of an image. */
final class SubAssessment {
    private static final Pattern CVE = Pattern.compile("(?i)CVE-[0-9]{4}-[0-9]{4,}");

    private final AnyCase properties;
    private final AnyCase data;
    private final AnyCase details;
    private final String assessment;
    private final AssetKey resource;
    private final SourceState state;
    private final AssessedImages images;

    SubAssessment(Assessment whole, AssetKey resource, SourceState state, AssessedImages images) {
        this.properties = whole.properties();
        this.data = properties.object("additionalData");
        this.details = data.object("vulnerabilityDetails");
        this.assessment = whole.key();
        this.resource = resource;
        this.state = state;
        this.images = images;
    }

    /** Reads the part of a name, which identifies it as long as it is not mended. */
    void read(String name, FactSink sink) {
        AssetKey image = images.read(data, properties, sink);
        AssetKey asset = image == null ? resource : image;
        Set<String> cves = cves();
        Finding finding = new Finding(
                asset,
                image != null ? WeaknessType.CONTAINER_IMAGE : type(!cves.isEmpty()),
                properties.text("displayName"),
                severity(),
                state,
                null);
        if (cves.isEmpty()) {
            String id = id();
            finding.breaks(assessment + "/" + (id == null ? name : id), name, sink);
        }
        VulnerableSoftware software = VulnerableSoftware.of(data);
        for (String cve : cves) {
            Vulnerability vulnerability = vulnerability(AssetKey.vulnerability(cve), cves.size() == 1, sink);
            sink.accept(vulnerability);
            finding.has(vulnerability.key(), software, sink);
        }
    }

    /** What the scanner calls it; the command line gives the field another name beside that of the resource. */
    private @Nullable String id() {
        String hoisted = properties.text("idPropertiesId");
        String id = hoisted == null ? properties.text("id") : hoisted;
        return id == null || id.startsWith("/") ? null : id;
    }

    /** An older scanner reports several under one number of its own. */
    private Set<String> cves() {
        Set<String> cves = new TreeSet<>();
        add(details.text("cveId"), cves);
        add(id(), cves);
        if (data.fields().get(data.written("cve")).node().isArray()) {
            data.list("cve").forEach(cve -> add(cve.text("title"), cves));
        }
        return cves;
    }

    private static void add(@Nullable String id, Set<String> cves) {
        if (id != null && CVE.matcher(id).matches()) {
            cves.add(id.toUpperCase(Locale.ROOT));
        }
    }

    private @Nullable Severity severity() {
        String rated = details.text("severity");
        return Verdict.severity(rated == null ? properties.object("status").text("severity") : rated);
    }

    /** What is known of a number that stands for several vulnerabilities is known of none of them. */
    private Vulnerability vulnerability(AssetKey key, boolean isOnlyOne, FactSink sink) {
        CvssRating cvss = isOnlyOne ? cvss(sink) : CvssRating.UNKNOWN;
        List<String> cwes = details.object("weaknesses").list("cwe").stream()
                .map(cwe -> cwe.text("id"))
                .filter(Objects::nonNull)
                .toList();
        return new Vulnerability(
                key,
                null,
                isOnlyOne ? severity() : null,
                cvss.score(),
                cvss.vector(),
                null,
                null,
                cwes.isEmpty() ? null : cwes,
                null,
                cvss.published(),
                null,
                null);
    }

    /** The newest version there is; CVSS 2.0 knows no critical severity and is left aside. */
    private CvssRating cvss(FactSink sink) {
        AnyCase versions = details.object("cvss").fields().isAbsent() ? data.object("cvss") : details.object("cvss");
        for (String version : List.of("4.0", "3.1", "3.0")) {
            AnyCase rating = versions.object(version);
            if (!rating.fields().isAbsent()) {
                Fields fields = rating.fields();
                return CvssRating.of(fields, rating.written("cvssVectorString"), rating.written("base"), sink);
            }
        }
        return CvssRating.UNKNOWN;
    }

    /** What Defender calls a finding in a repository is nowhere documented but for its category and the words for people. */
    private WeaknessType type(boolean isVulnerability) {
        if (!resource.mayBe(AssetKind.REPOSITORY)) {
            return Assessment.typeOf(resource);
        }
        if (isVulnerability) {
            return WeaknessType.DEPENDENCY;
        }
        String words = (properties.text("category") + " " + data.text("assessedResourceType")).toLowerCase(Locale.ROOT);
        if (words.contains("secret")) {
            return WeaknessType.SECRET;
        }
        if (words.contains("dependen")) {
            return WeaknessType.DEPENDENCY;
        }
        return words.contains("infrastructure") || words.contains("iac")
                ? WeaknessType.INFRASTRUCTURE_AS_CODE
                : WeaknessType.CODE;
    }
}
