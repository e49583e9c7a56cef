package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.ServiceAccount;
import dev.throughline.model.Workload;
import java.util.List;

/**
 * Whether a token of the service account that the API server accepts lies in the pods of a workload: put there by
 * Kubernetes, which the pod or else the service account may refuse, or projected by a volume of its own (Kubernetes,
 * Configure Service Accounts for Pods).
 */
record MountedToken(boolean isMounted, String automount) {
    static MountedToken of(Workload workload, ServiceAccount account) {
        List<String> audiences = workload.tokenAudiences();
        if (audiences != null && audiences.stream().anyMatch(MountedToken::isOfApiServer)) {
            return new MountedToken(true, "a volume projects one");
        }
        Boolean said = workload.automountToken() != null ? workload.automountToken() : account.automountToken();
        return new MountedToken(!Boolean.FALSE.equals(said), said == null ? "unset" : said.toString());
    }

    /** A token for another audience, such as a cloud, is refused by the API server. */
    private static boolean isOfApiServer(String audience) {
        return audience.isEmpty() || audience.startsWith("https://kubernetes.default.svc") || audience.equals("api");
    }
}
