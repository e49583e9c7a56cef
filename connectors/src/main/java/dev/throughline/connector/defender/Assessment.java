package dev.throughline.connector.defender;

import com.google.common.base.Ascii;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.SourceState;
import dev.throughline.model.WeaknessType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An assessment or a part of one: {@code Microsoft.Security/assessments}, {@code …/assessments/subAssessments}.
 *
 * @param id id of Azure Resource Manager
 * @param key key of the assessment, the same for all resources
 * @param part name of the part; null for an assessment itself
 * @param properties what is under {@code properties}; the record itself where the command line left that level out
 */
record Assessment(String id, String key, @Nullable String part, AnyCase properties) {
    private static final String PROVIDERS = "/providers/";

    /** How it ends. */
    private static final Pattern ID = Pattern.compile(
            "(?i)/providers/\\s*Microsoft\\.Security/assessments/([^/]+)(?:/subAssessments/([^/]+))?/?");

    /** Reads a record; one of another type is refused. */
    static void read(Fields record, AssessedImages images, FactSink sink) {
        String id = record.requiredText("id");
        Matcher parts =
                ID.matcher(id.substring(Math.max(0, Ascii.toLowerCase(id).lastIndexOf(PROVIDERS))));
        if (!parts.matches()) {
            throw new IllegalArgumentException("neither an assessment nor a part of one");
        }
        AnyCase fields = new AnyCase(record);
        String properties = fields.written("properties");
        Assessment assessment = new Assessment(
                id,
                parts.group(1).toLowerCase(Locale.ROOT),
                parts.group(2) == null ? null : parts.group(2).toLowerCase(Locale.ROOT),
                record.has(properties) ? fields.object("properties") : fields);
        SourceState state = assessment.state();
        if (state != null) {
            assessment.read(state, images, sink);
        }
    }

    private @Nullable SourceState state() {
        AnyCase status = properties.object("status");
        return Verdict.state(status.requiredText("code"), status.text("cause"));
    }

    private void read(SourceState state, AssessedImages images, FactSink sink) {
        AssetKey resource = AssessedResource.of(properties.object("resourceDetails"), id);
        if (part != null) {
            new SubAssessment(this, resource, state, images).read(part, sink);
            return;
        }
        AnyCase metadata = properties.object("metadata");
        String severity = metadata.text("severity");
        String title = properties.text("displayName");
        new Finding(
                        resource,
                        typeOf(resource),
                        title == null ? metadata.text("displayName") : title,
                        Verdict.severity(
                                severity == null ? properties.object("status").text("severity") : severity),
                        state,
                        address(properties.object("links").text("azurePortal")))
                .breaks(key, "", sink);
    }

    static WeaknessType typeOf(AssetKey resource) {
        boolean isDeveloped = resource.mayBe(AssetKind.REPOSITORY)
                || resource.mayBe(AssetKind.PROJECT)
                || resource.mayBe(AssetKind.ORGANIZATION);
        return isDeveloped ? WeaknessType.POSTURE : WeaknessType.CLOUD;
    }

    /** The portal leaves out the scheme. */
    static @Nullable String address(@Nullable String link) {
        return link == null || link.startsWith("https://") ? link : "https://" + link;
    }
}
