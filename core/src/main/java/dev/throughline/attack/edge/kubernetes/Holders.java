package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Node;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who holds several of some bindings, by itself and by the groups that Kubernetes puts it into (<em>Authenticating</em>,
 * <em>Using RBAC Authorization</em>). What a member has by its groups alone is told at the narrowest group that is bound, so
 * that a group of ten thousand members is looked at once.
 */
final class Holders {
    private final RiskGraph graph;
    private final Map<AssetKey, List<Hold>> named = new TreeMap<>();

    private Holders(RiskGraph graph) {
        this.graph = graph;
    }

    /** The holders of at least two of some bindings, in the order of their keys. */
    static Map<AssetKey, List<Hold>> ofSeveral(RiskGraph graph, List<Binding> bindings) {
        Holders holders = new Holders(graph);
        bindings.forEach(holders::add);
        return holders.several();
    }

    private void add(Binding binding) {
        for (Relation bound : graph.outgoing(binding.key(), RelationType.BINDS)) {
            if (!bound.to().mayBe(AssetKind.ROLE)) {
                named.computeIfAbsent(bound.to(), s -> new ArrayList<>()).add(new Hold(binding, bound.to()));
            }
        }
    }

    private Map<AssetKey, List<Hold>> several() {
        Map<AssetKey, List<Hold>> several = new TreeMap<>();
        if (named.isEmpty()) {
            return several;
        }
        named.forEach((subject, own) -> {
            List<Hold> all = new ArrayList<>(own);
            groupsOf(subject).forEach(group -> all.addAll(named.getOrDefault(group, List.of())));
            put(subject, all, several);
        });
        graph.assets(Node.class).forEach(node -> {
            List<Hold> all = new ArrayList<>();
            Subjects.ofKubelet(node.key()).forEach(subject -> all.addAll(named.getOrDefault(subject, List.of())));
            put(node.key(), all, several);
        });
        return several;
    }

    private static void put(AssetKey holder, List<Hold> holds, Map<AssetKey, List<Hold>> several) {
        boolean administers = holds.stream().anyMatch(hold -> hold.binding().administers());
        if (holds.size() > 1 && !administers) {
            several.put(holder, holds);
        }
    }

    private List<AssetKey> groupsOf(AssetKey subject) {
        if (subject.mayBe(AssetKind.SERVICE_ACCOUNT)) {
            return graph.outgoing(subject, RelationType.MEMBER_OF).stream()
                    .map(Relation::to)
                    .toList();
        }
        return Subjects.groupsOf(subject);
    }
}
