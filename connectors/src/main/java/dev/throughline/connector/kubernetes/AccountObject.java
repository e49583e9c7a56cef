package dev.throughline.connector.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A ServiceAccount (core/v1).
 *
 * @param name its name
 * @param automountToken {@code automountServiceAccountToken}
 * @param cloudIdentities what it can become in clouds (Amazon EKS, <em>IAM roles for service accounts</em>; GKE,
 * <em>Workload Identity Federation</em>; AKS, <em>Microsoft Entra Workload ID</em>)
 * @param annotations its settings
 */
record AccountObject(
        ObjectName name, @Nullable Boolean automountToken, List<AssetKey> cloudIdentities, List<String> annotations) {
    private static final Pattern GOOGLE = Pattern.compile("[a-z0-9-]+@([a-z0-9.:-]+)\\.iam\\.gserviceaccount\\.com");
    private static final Pattern CLIENT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    static AccountObject of(Manifest manifest) {
        return new AccountObject(
                manifest.name(),
                manifest.root().bool("automountServiceAccountToken"),
                cloudIdentities(manifest.annotations()),
                manifest.settings());
    }

    private static List<AssetKey> cloudIdentities(Map<String, String> annotations) {
        List<AssetKey> identities = new ArrayList<>();
        String role = annotations.getOrDefault("eks.amazonaws.com/role-arn", "");
        if (role.startsWith("arn:")) {
            identities.add(AssetKey.of(AssetKind.CLOUD_ROLE, role));
        }
        Matcher google = GOOGLE.matcher(annotations.getOrDefault("iam.gke.io/gcp-service-account", ""));
        if (google.matches()) {
            identities.add(AssetKey.of(
                    AssetKind.IDENTITY,
                    "//iam.googleapis.com/projects/" + google.group(1) + "/serviceAccounts/" + google.group()));
        }
        String client = annotations.getOrDefault("azure.workload.identity/client-id", "");
        if (CLIENT.matcher(client).matches()) {
            identities.add(AssetKey.of(AssetKind.IDENTITY, "entra/appid/" + client.toLowerCase(Locale.ROOT)));
        }
        return List.copyOf(identities);
    }
}
