package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that runs pods: Deployment, StatefulSet, DaemonSet, ReplicaSet without owner, Job, CronJob or a
 * bare Pod.
 *
 * <p>Key: {@code workload:prod-eu/shop/Deployment/payments}. Source: Kubernetes apps/v1, batch/v1 and core/v1
 * Pod.
 *
 * @param key its key
 * @param name name
 * @param namespace namespace
 * @param type kind of the object
 * @param replicas wanted number of pods
 * @param hostNetwork whether its pods share the network of the node
 * @param hostPid whether its pods see the processes of the node
 * @param hostIpc whether its pods share the IPC namespace of the node
 * @param shareProcessNamespace whether the containers of a pod see each other
 * @param automountToken whether the pod template mounts the service account token; unknown leaves it to the
 * service account
 * @param labels labels of the pod template as {@code key=value}
 * @param annotations annotations of the object that linkers read, as {@code key=value}
 * @param tokenAudiences audiences of the service account tokens its volumes project by themselves; empty text for that of
 * the API server
 */
public record Workload(
        AssetKey key,
        @Nullable String name,
        @Nullable String namespace,
        @Nullable String type,
        @Nullable Long replicas,
        @Nullable Boolean hostNetwork,
        @Nullable Boolean hostPid,
        @Nullable Boolean hostIpc,
        @Nullable Boolean shareProcessNamespace,
        @Nullable Boolean automountToken,
        @Nullable List<String> labels,
        @Nullable List<String> annotations,
        @Nullable List<String> tokenAudiences)
        implements Asset {
    /** Checks the key and copies lists. */
    public Workload {
        AssetKind.WORKLOAD.check(key);
        labels = labels == null ? null : List.copyOf(labels);
        annotations = annotations == null ? null : List.copyOf(annotations);
        tokenAudiences = tokenAudiences == null ? null : List.copyOf(tokenAudiences);
    }
}
