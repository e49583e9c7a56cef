package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What lies in the scope of bindings. Each scope is walked once for each kind, however many bindings share it. */
final class ClusterObjects {
    private final RiskGraph graph;
    private final Map<Stretch, List<AssetKey>> gathered = new HashMap<>();
    private final Map<String, List<Workload>> byLabel = new HashMap<>();

    ClusterObjects(RiskGraph graph) {
        this.graph = graph;
    }

    RiskGraph graph() {
        return graph;
    }

    /** The objects of a kind in the namespaces where a binding holds, in the order of their keys. */
    List<AssetKey> in(Binding binding, AssetKind kind) {
        Stretch stretch = new Stretch(binding.cluster(), binding.scope(), kind);
        List<AssetKey> known = gathered.get(stretch);
        if (known == null) {
            known = new ArrayList<>();
            for (AssetKey namespace : namespaces(binding)) {
                collect(namespace, kind, known);
            }
            gathered.put(stretch, known);
        }
        return known;
    }

    /** The namespaces where a binding holds. */
    List<AssetKey> namespaces(Binding binding) {
        return binding.everywhere()
                ? ofCluster(binding.cluster(), AssetKind.NAMESPACE)
                : List.of(AssetKey.inCluster(AssetKind.NAMESPACE, binding.cluster(), binding.scope()));
    }

    /** The namespaces, nodes or subjects of a cluster. */
    List<AssetKey> ofCluster(String cluster, AssetKind kind) {
        return gathered.computeIfAbsent(new Stretch(cluster, "", kind), s -> {
            List<AssetKey> found = new ArrayList<>();
            collect(AssetKey.of(AssetKind.CLUSTER, cluster), kind, found);
            return found;
        });
    }

    /** Those of some objects that a rule allows one of some verbs on, by their names. */
    static List<AssetKey> allowed(
            RbacRule rule, List<String> verbs, String group, String resource, List<AssetKey> objects) {
        for (String verb : verbs) {
            if (rule.allowsAny(verb, group, resource)) {
                return objects;
            }
        }
        Set<String> names = rule.resourceNames().stream()
                .filter(name -> verbs.stream().anyMatch(verb -> rule.allows(verb, group, resource, name)))
                .collect(Collectors.toSet());
        return names.isEmpty()
                ? List.of()
                : objects.stream()
                        .filter(object -> names.contains(name(object)))
                        .toList();
    }

    /** The workloads of a cluster whose pods have a label. */
    List<Workload> labelled(String cluster, String label) {
        return byLabel
                .computeIfAbsent(
                        label,
                        l -> graph.assets(Workload.class)
                                .filter(workload -> workload.labels() != null
                                        && workload.labels().contains(l))
                                .toList())
                .stream()
                .filter(workload -> cluster(workload.key()).equals(cluster))
                .toList();
    }

    private void collect(AssetKey holder, AssetKind kind, List<AssetKey> found) {
        int number = graph.number(holder);
        if (number >= 0) {
            graph.visitTargets(number, RelationType.CONTAINS, n -> {
                AssetKey key = graph.key(n);
                if (key.mayBe(kind)) {
                    found.add(key);
                }
            });
        }
    }

    /** The name of an object: the last part of its key. Names of users and groups may hold slashes. */
    static String name(AssetKey key) {
        return key.mayBe(AssetKind.KUBERNETES_SUBJECT)
                ? key.value().split("/", 3)[2]
                : key.text().substring(key.text().lastIndexOf('/') + 1);
    }

    /** The name of the cluster of an object: the first part of its key. */
    static String cluster(AssetKey key) {
        String value = key.value();
        int slash = value.indexOf('/');
        return slash < 0 ? value : value.substring(0, slash);
    }

    private record Stretch(String cluster, String scope, AssetKind kind) {}
}
