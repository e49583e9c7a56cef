package dev.throughline.connector.kubernetes;

import com.google.common.collect.ImmutableMap;
import dev.throughline.connector.support.JsonShape;
import java.util.Map;
import java.util.Set;

/**
 * What is read of the objects of large lists: of pods, which make up most of them, what the classes named {@code …Reader} ask
 * for; of all objects not who changed what, the object as it was last applied, schemas, and states that come and go.
 */
final class ObjectShape {
    private static final Set<String> CONTAINER = Set.of(
            "args",
            "command",
            "env",
            "envFrom",
            "image",
            "name",
            "ports",
            "restartPolicy",
            "securityContext",
            "volumeMounts");
    private static final Set<String> CONTAINER_STATUS = Set.of("imageID", "name");

    private static final Map<String, Set<String>> ONLY = ImmutableMap.<String, Set<String>>builder()
            .put("metadata", Set.of("annotations", "labels", "name", "namespace", "ownerReferences"))
            .put("ownerReferences", Set.of("controller", "kind", "name"))
            .put("containers", CONTAINER)
            .put("initContainers", CONTAINER)
            .put("ephemeralContainers", CONTAINER)
            .put("env", Set.of("valueFrom"))
            .put("valueFrom", Set.of("configMapKeyRef", "secretKeyRef"))
            .put("configMapKeyRef", Set.of("name"))
            .put("secretKeyRef", Set.of("name"))
            .put("capabilities", Set.of("add"))
            .put("serviceAccountToken", Set.of("audience"))
            .put("containerStatuses", CONTAINER_STATUS)
            .put("initContainerStatuses", CONTAINER_STATUS)
            .put("ephemeralContainerStatuses", CONTAINER_STATUS)
            .build();

    private static final Map<String, Set<String>> WITHOUT = Map.of(
            "annotations", Set.of("kubectl.kubernetes.io/last-applied-configuration"),
            "schema", Set.of("openAPIV3Schema"),
            "validation", Set.of("openAPIV3Schema"),
            "spec",
                    Set.of(
                            "affinity",
                            "dnsPolicy",
                            "enableServiceLinks",
                            "preemptionPolicy",
                            "priority",
                            "restartPolicy",
                            "schedulerName",
                            "terminationGracePeriodSeconds",
                            "tolerations",
                            "topologySpreadConstraints"),
            "status",
                    Set.of(
                            "allocatable",
                            "capacity",
                            "conditions",
                            "history",
                            "hostIP",
                            "hostIPs",
                            "images",
                            "operationState",
                            "podIPs",
                            "qosClass",
                            "startTime"));

    static final JsonShape READ = new JsonShape(ONLY, WITHOUT);

    private ObjectShape() {}
}
