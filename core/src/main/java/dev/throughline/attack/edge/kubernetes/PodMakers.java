package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import java.util.List;
import java.util.Map;

/** The objects that make pods, by the names of their resources. */
final class PodMakers {
    static final List<String> CHANGE = List.of("patch", "update");

    private static final String APPS = "apps";
    private static final String BATCH = "batch";

    /** API group and resource, by kind. */
    private static final Map<String, List<String>> RESOURCES = Map.of(
            "Pod", List.of("", "pods"),
            "ReplicationController", List.of("", "replicationcontrollers"),
            "Deployment", List.of(APPS, "deployments"),
            "StatefulSet", List.of(APPS, "statefulsets"),
            "DaemonSet", List.of(APPS, "daemonsets"),
            "ReplicaSet", List.of(APPS, "replicasets"),
            "Job", List.of(BATCH, "jobs"),
            "CronJob", List.of(BATCH, "cronjobs"));

    private static final int PARTS = 4;

    private PodMakers() {}

    /** Whether a rule lets its holder create pods of any form. */
    static boolean creates(RbacRule rule) {
        return RESOURCES.values().stream().anyMatch(r -> rule.allowsAny("create", r.get(0), r.get(1)));
    }

    /** Whether a rule lets its holder change any controller: asked before all workloads are looked at. */
    static boolean mayChange(RbacRule rule) {
        String name = rule.resourceNames().isEmpty() ? "" : rule.resourceNames().get(0);
        return RESOURCES.values().stream()
                .anyMatch(r -> CHANGE.stream().anyMatch(verb -> rule.allows(verb, r.get(0), r.get(1), name)));
    }

    /** Whether a rule lets its holder change the object that makes the pods of a workload. The template of a Pod is fixed. */
    static boolean changes(RbacRule rule, AssetKey workload) {
        String[] parts = workload.value().split("/", PARTS);
        List<String> resource = parts.length == PARTS && !parts[2].equals("Pod") ? RESOURCES.get(parts[2]) : null;
        return resource != null
                && CHANGE.stream().anyMatch(verb -> rule.allows(verb, resource.get(0), resource.get(1), parts[3]));
    }

    /** The namespace of a workload. */
    static AssetKey namespace(AssetKey workload) {
        String[] parts = workload.value().split("/", 3);
        return AssetKey.inCluster(AssetKind.NAMESPACE, parts[0], parts[1]);
    }
}
