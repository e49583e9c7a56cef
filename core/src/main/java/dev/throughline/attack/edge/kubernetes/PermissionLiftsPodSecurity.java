package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RbacRule;
import java.util.List;
import java.util.function.Predicate;

/**
 * The binding lets its subjects take the Pod Security Standard off a namespace and then run a privileged pod there, on a
 * node of their choice.
 */
final class PermissionLiftsPodSecurity extends PermissionEdge {
    private static final List<Predicate<RbacRule>> NEEDS =
            List.of(need(PodMakers.CHANGE, "", "namespaces"), PodMakers::creates);

    @Override
    public List<String> techniques() {
        return List.of("T1562.001", "T1610", "T1611");
    }

    @Override
    Likelihood likelihood() {
        return Likelihood.EASY;
    }

    @Override
    String statement() {
        return "take the Pod Security Standard off a namespace and run a privileged pod";
    }

    @Override
    String remedy() {
        return "the change of namespaces";
    }

    @Override
    List<Predicate<RbacRule>> needs() {
        return NEEDS;
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        RbacRule run =
                binding.rules().stream().filter(PodMakers::creates).findFirst().orElse(null);
        if (run == null) {
            return;
        }
        for (AssetKey namespace : objects.namespaces(binding)) {
            RbacRule relabel = binding.on(ClusterObjects.name(namespace), PodMakers.CHANGE, "", "namespaces");
            if (relabel != null && PodSecurity.of(objects.graph(), namespace).forbidsPrivileged()) {
                grants.to(Subjects.group(binding.cluster(), Subjects.NODES), relabel, run);
                return;
            }
        }
    }
}
