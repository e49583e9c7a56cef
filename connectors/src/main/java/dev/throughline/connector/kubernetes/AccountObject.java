package dev.throughline.connector.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ServiceAccount (core/v1).
 *
 * @param name its name
 * @param automountToken {@code automountServiceAccountToken}
 * @param awsRole the AWS role it can assume (Amazon EKS, <em>IAM roles for service accounts</em>)
 * @param annotations its settings
 */
record AccountObject(
        ObjectName name,
        @Nullable Boolean automountToken,
        @Nullable AssetKey awsRole,
        List<String> annotations) {
    static AccountObject of(Manifest manifest) {
        return new AccountObject(
                manifest.name(),
                manifest.root().bool("automountServiceAccountToken"),
                awsRole(manifest.annotations().get("eks.amazonaws.com/role-arn")),
                manifest.settings());
    }

    private static @Nullable AssetKey awsRole(@Nullable String arn) {
        return arn == null || !arn.startsWith("arn:") ? null : AssetKey.of(AssetKind.CLOUD_ROLE, arn);
    }
}
