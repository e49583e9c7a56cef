package dev.throughline.connector.kubernetes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The workloads of a dump: pods and their controllers, joined. */
final class Workloads {
    private final Map<String, List<RunningWorkload>> byNamespace = new TreeMap<>();
    private final ByName<PodObject> pods;
    private final OwnerChain owners;

    Workloads(Dump dump) {
        this.pods = dump.pods;
        this.owners = new OwnerChain(dump.controllers);
        Map<WorkloadName, List<ControllerObject>> controllers = new HashMap<>();
        Map<WorkloadName, List<PodObject>> podsOf = new HashMap<>();
        for (ControllerObject object : dump.controllers.values()) {
            WorkloadName top = owners.top(object.name(), object.controller());
            controllers.computeIfAbsent(top, n -> new ArrayList<>()).add(object);
        }
        pods.all().values().forEach(pod -> podsOf.merge(top(pod), List.of(pod), Workloads::with));
        List<WorkloadName> names = new ArrayList<>(podsOf.keySet());
        controllers.keySet().stream().filter(n -> !podsOf.containsKey(n)).forEach(names::add);
        Collections.sort(names);
        for (WorkloadName name : names) {
            byNamespace
                    .computeIfAbsent(name.namespace(), n -> new ArrayList<>())
                    .add(join(name, controllers.getOrDefault(name, List.of()), podsOf.getOrDefault(name, List.of())));
        }
    }

    /** The pods of a workload and one more. Many have but one, which needs no room to grow. */
    private static List<PodObject> with(List<PodObject> some, List<PodObject> one) {
        List<PodObject> all = some.size() == 1 ? new ArrayList<>(some) : some;
        all.addAll(one);
        return all;
    }

    /** The workload that a pod belongs to. */
    @Nullable
    WorkloadName of(ObjectName pod) {
        PodObject known = pods.get(pod);
        return known == null ? null : top(known);
    }

    private WorkloadName top(PodObject pod) {
        return owners.top(pod.workloadName(), pod.controller());
    }

    List<RunningWorkload> in(String namespace) {
        return byNamespace.getOrDefault(namespace, List.of());
    }

    /** The workloads of a namespace whose pods a selector fits. */
    List<RunningWorkload> in(String namespace, Predicate<Map<String, String>> selector) {
        return in(namespace).stream()
                .filter(w -> selector.test(w.template().labels()))
                .toList();
    }

    Stream<RunningWorkload> all() {
        return byNamespace.values().stream().flatMap(List::stream);
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
