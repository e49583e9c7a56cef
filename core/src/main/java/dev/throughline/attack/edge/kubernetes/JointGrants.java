package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.RbacRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What one holder may do by an edge with several bindings together, and with none of them alone. */
final class JointGrants {
    private final PermissionEdge edge;
    private final ClusterObjects objects;
    private final AssetKey holder;
    private final List<Hold> holds;
    private final Set<AssetKey> alone = new HashSet<>();
    private final Map<AssetKey, Way> joint = new TreeMap<>();

    private JointGrants(PermissionEdge edge, ClusterObjects objects, AssetKey holder, List<Hold> holds) {
        this.edge = edge;
        this.objects = objects;
        this.holder = holder;
        this.holds = holds;
    }

    /** Emits the steps of a holder; each scope of its bindings is looked at once. */
    static void emit(
            PermissionEdge edge,
            ClusterObjects objects,
            AssetKey holder,
            List<Hold> holds,
            Consumer<AttackStep> steps) {
        if (edge.needs().stream().allMatch(need -> holds.stream().anyMatch(hold -> meets(hold, need)))) {
            new JointGrants(edge, objects, holder, holds).run(steps);
        }
    }

    private void run(Consumer<AttackStep> steps) {
        holds.forEach(hold -> granted(hold.binding()).forEach(granted -> alone.addAll(granted.targets())));
        Set<String> scopes =
                holds.stream().map(hold -> hold.binding().scope()).collect(Collectors.toCollection(TreeSet::new));
        for (String scope : scopes) {
            List<Hold> here = holds.stream()
                    .filter(hold -> hold.binding().everywhere()
                            || hold.binding().scope().equals(scope))
                    .toList();
            look(scope, here);
        }
        joint.forEach(
                (target, way) -> steps.accept(edge.step(holder, target, way.evidence(), List.copyOf(way.breaks()))));
    }

    private void look(String scope, List<Hold> here) {
        Set<String> breaks = breaks(here);
        for (Granted granted : granted(view(scope, here))) {
            Evidence evidence = evidence(scope, here, granted.rules());
            for (AssetKey target : granted.targets()) {
                if (!alone.contains(target)) {
                    Way way = joint.computeIfAbsent(target, t -> new Way(evidence, new LinkedHashSet<>(breaks)));
                    way.breaks().retainAll(breaks);
                }
            }
        }
    }

    /** The bindings that hold in a scope, as if they were one. */
    private Binding view(String scope, List<Hold> here) {
        Set<RbacRule> rules = new LinkedHashSet<>();
        here.forEach(hold -> hold.binding().rules().stream().filter(edge::needs).forEach(rules::add));
        return new Binding(
                holder, holder, List.copyOf(rules), here.get(0).binding().cluster(), scope);
    }

    private List<Granted> granted(Binding binding) {
        List<Granted> granted = new ArrayList<>();
        edge.grant(binding, objects, (targets, rules) -> {
            if (!targets.isEmpty()) {
                granted.add(new Granted(targets, rules));
            }
        });
        return granted;
    }

    /** What is needed and comes from one place only breaks the step when it is taken away. */
    private Set<String> breaks(List<Hold> here) {
        Set<String> breaks = new LinkedHashSet<>();
        for (Predicate<RbacRule> need : edge.needs()) {
            List<Hold> from = here.stream().filter(hold -> meets(hold, need)).toList();
            if (from.size() == 1) {
                breaks.add(from.get(0).remedy());
            }
        }
        return breaks;
    }

    private static boolean meets(Hold hold, Predicate<RbacRule> need) {
        return hold.binding().rules().stream().anyMatch(need);
    }

    private Evidence evidence(String scope, List<Hold> here, List<RbacRule> rules) {
        Set<AssetKey> proof = new LinkedHashSet<>(Set.of(holder));
        for (RbacRule rule : rules) {
            here.stream()
                    .filter(hold -> hold.binding().rules().contains(rule))
                    .findFirst()
                    .ifPresent(hold -> proof.addAll(
                            List.of(hold.binding().key(), hold.binding().role())));
        }
        return edge.evidence("its bindings together let it ", List.copyOf(proof), rules, scope);
    }

    private record Granted(Collection<AssetKey> targets, List<RbacRule> rules) {}

    private record Way(Evidence evidence, Set<String> breaks) {}
}
