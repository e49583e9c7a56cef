package dev.throughline.connector.kubernetes;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The workloads of a namespace: its pods and their controllers, joined. */
final class Workloads {
    private final String namespace;
    private final ByName<PodObject> pods = new ByName<>();
    private final Map<WorkloadName, ControllerObject> controllers = new HashMap<>();
    private final OwnerChain owners = new OwnerChain(controllers);
    private final Tally tally = new Tally();
    private final List<RunningWorkload> all = new ArrayList<>();

    Workloads(String namespace, NamespaceObjects objects) {
        this.namespace = namespace;
        objects.pods()
                .forEach(pod -> tally.add(pods.add(pod.object().name(), pod.object()), pod.file(), pod.pointer()));
        objects.controllers().forEach(controller -> {
            ControllerObject object = controller.object();
            Addition addition = Addition.of(object, controllers.putIfAbsent(object.name(), object));
            tally.add(addition, controller.file(), controller.pointer());
        });
        join();
    }

    private void join() {
        Map<WorkloadName, List<ControllerObject>> objects = new HashMap<>();
        Map<WorkloadName, List<PodObject>> podsOf = new HashMap<>();
        for (ControllerObject object : controllers.values()) {
            WorkloadName top = owners.top(object.name(), object.controller());
            objects.computeIfAbsent(top, n -> new ArrayList<>()).add(object);
        }
        pods.all()
                .values()
                .forEach(pod ->
                        podsOf.computeIfAbsent(top(pod), n -> new ArrayList<>()).add(pod));
        for (WorkloadName name : new TreeSet<>(Sets.union(podsOf.keySet(), objects.keySet()))) {
            all.add(join(name, objects.getOrDefault(name, List.of()), podsOf.getOrDefault(name, List.of())));
        }
    }

    /** Name of the namespace, or {@link ObjectName#CLUSTER_WIDE}. */
    String namespace() {
        return namespace;
    }

    /** What became of the objects. */
    Tally tally() {
        return tally;
    }

    /** The workload that a pod belongs to. */
    @Nullable
    WorkloadName of(String pod) {
        PodObject known = pods.get(new ObjectName(namespace, pod));
        return known == null ? null : top(known);
    }

    private WorkloadName top(PodObject pod) {
        return owners.top(pod.workloadName(), pod.controller());
    }

    /** All of them, sorted by name. */
    List<RunningWorkload> all() {
        return all;
    }

    /** Those whose pods a selector fits. */
    List<RunningWorkload> fitting(Predicate<Map<String, String>> selector) {
        return all.stream().filter(w -> selector.test(w.template().labels())).toList();
    }

    private static RunningWorkload join(WorkloadName name, List<ControllerObject> objects, List<PodObject> pods) {
        for (ControllerObject object : objects) {
            if (object.name().equals(name)) {
                return new RunningWorkload(
                        name, object.replicas(), object.annotations(), object.helmRelease(), object.template(), pods);
            }
        }
        // Of the revisions below a workload that is not in the dump, the largest is the current one.
        return objects.stream()
                .min(Comparator.comparing((ControllerObject o) -> o.replicas() == null ? 0 : -o.replicas())
                        .thenComparing(ControllerObject::name))
                .map(o -> new RunningWorkload(name, o.replicas(), o.annotations(), o.helmRelease(), o.template(), pods))
                .orElseGet(() -> ofPods(name, pods));
    }

    private static RunningWorkload ofPods(WorkloadName name, List<PodObject> pods) {
        PodObject first = pods.get(0);
        boolean bare = first.workloadName().equals(name);
        return new RunningWorkload(
                name,
                null,
                bare ? first.annotations() : List.of(),
                bare ? first.helmRelease() : null,
                first.template(),
                pods);
    }
}
