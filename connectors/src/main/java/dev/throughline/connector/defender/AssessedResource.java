package dev.throughline.connector.defender;

import com.google.common.base.Ascii;
import dev.throughline.connector.support.ArmId;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what an assessment is about. */
final class AssessedResource {
    private static final String ASSESSMENT = "/providers/microsoft.security/assessments/";
    private static final String SUBSCRIPTIONS = "/subscriptions/";
    private static final List<String> FIELDS =
            List.of("nativeCloudUniqueIdentifier", "nativeResourceId", "id", "azureResourceId");

    private AssessedResource() {}

    /**
     * The asset of an assessment: what another cloud calls it, else the resource it names, else the one its own id begins
     * with. A resource of a connected cloud has an id in Azure, too, which nobody else uses.
     */
    static AssetKey of(AnyCase details, @Nullable String assessment) {
        for (String field : FIELDS) {
            String id = details.text(field);
            if (id != null && isId(id)) {
                return of(id);
            }
        }
        return of(assessment == null ? "" : assessment);
    }

    /** The asset that an id names, or an id of an assessment begins with. */
    static AssetKey of(String id) {
        String stripped = id.strip();
        int assessment = Ascii.toLowerCase(stripped).indexOf(ASSESSMENT);
        String resource = assessment < 0 ? stripped : stripped.substring(0, assessment);
        if (isNative(resource)) {
            return AssetKey.of(AssetKind.CLOUD_RESOURCE, resource);
        }
        AssetKey developed = DevOpsResource.key(resource);
        return developed == null ? ArmId.key(resource) : developed;
    }

    /** Ids of images and machines outside of any cloud stand in the same fields. */
    private static boolean isId(String id) {
        return isNative(id) || id.regionMatches(true, 0, SUBSCRIPTIONS, 0, SUBSCRIPTIONS.length());
    }

    private static boolean isNative(String id) {
        return id.startsWith("arn:") || id.startsWith("//");
    }
}
