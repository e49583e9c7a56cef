package dev.throughline.connector.defender;

import dev.throughline.connector.support.ArmId;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what an assessment is about. */
final class AssessedResource {
    private static final Pattern ASSESSMENT = Pattern.compile("(?i)/providers/Microsoft\\.Security/assessments/.*$");

    private AssessedResource() {}

    /**
     * The asset of an assessment: what another cloud calls it, else the resource it names, else the one its own id begins
     * with. A resource of a connected cloud has an id in Azure, too, which nobody else uses.
     */
    static AssetKey of(AnyCase details, @Nullable String assessment) {
        return Stream.of("nativeCloudUniqueIdentifier", "nativeResourceId", "id", "azureResourceId")
                .map(details::text)
                .filter(id -> id != null && isId(id))
                .findFirst()
                .map(AssessedResource::of)
                .orElseGet(() -> of(assessment == null ? "" : assessment));
    }

    /** The asset that an id names, or an id of an assessment begins with. */
    static AssetKey of(String id) {
        String resource = ASSESSMENT.matcher(id.strip()).replaceFirst("");
        if (isNative(resource)) {
            return AssetKey.of(AssetKind.CLOUD_RESOURCE, resource);
        }
        AssetKey developed = DevOpsResource.key(resource);
        return developed == null ? ArmId.key(resource) : developed;
    }

    /** Ids of images and machines outside of any cloud stand in the same fields. */
    private static boolean isId(String id) {
        return isNative(id) || id.toLowerCase(Locale.ROOT).startsWith("/subscriptions/");
    }

    private static boolean isNative(String id) {
        return id.startsWith("arn:") || id.startsWith("//");
    }
}
