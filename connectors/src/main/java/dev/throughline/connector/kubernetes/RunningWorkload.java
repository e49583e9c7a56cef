package dev.throughline.connector.kubernetes;

import dev.throughline.connector.kubernetes.PodSpec.ContainerSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workload and its pods.
 *
 * @param name its name
 * @param replicas pods it wants
 * @param annotations annotations that linkers read
 * @param helmRelease the HelmRelease of Flux that made it
 * @param template its pod template; that of a ReplicaSet, Job or pod below it where the dump lacks the object itself
 * @param pods its pods, sorted by name
 */
record RunningWorkload(
        WorkloadName name,
        @Nullable Long replicas,
        List<String> annotations,
        @Nullable ObjectName helmRelease,
        PodTemplate template,
        List<PodObject> pods) {

    /** The containers of the template, and those that only its pods have: injected by a webhook, or to debug. */
    Collection<ContainerSpec> containers() {
        if (isUniform()) {
            return template.spec().containers();
        }
        Map<String, ContainerSpec> containers = new LinkedHashMap<>();
        template.spec().containers().forEach(c -> containers.put(c.name(), c));
        for (PodObject pod : pods) {
            pod.template().spec().containers().forEach(c -> containers.putIfAbsent(c.name(), c));
        }
        return containers.values();
    }

    /** Whether all pods are as the template says. */
    private boolean isUniform() {
        for (PodObject pod : pods) {
            if (!pod.template().spec().equals(template.spec())) {
                return false;
            }
        }
        return true;
    }

    /** The pods that tell what runs: those that are not over, or all where all are, as with a job that ended. */
    List<PodObject> livingPods() {
        List<PodObject> living = new ArrayList<>(pods);
        living.removeIf(PodObject::isOver);
        return living.isEmpty() ? pods : living;
    }
}
