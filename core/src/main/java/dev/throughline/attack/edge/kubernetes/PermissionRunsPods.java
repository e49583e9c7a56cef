package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The binding lets its subjects run pods of their own making in a namespace: create on pods or on what makes pods, or
 * change of a controller that is there.
 */
final class PermissionRunsPods extends PermissionEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1610");
    }

    @Override
    Likelihood likelihood() {
        return Likelihood.EASY;
    }

    @Override
    String statement() {
        return "run pods of their own making there";
    }

    @Override
    String remedy() {
        return "the creation and change of pods and their controllers";
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        for (RbacRule rule : binding.rules()) {
            if (PodMakers.creates(rule)) {
                grants.to(objects.namespaces(binding), rule);
                return;
            }
        }
        for (RbacRule rule : binding.rules()) {
            if (PodMakers.mayChange(rule)) {
                Set<AssetKey> namespaces = new TreeSet<>();
                for (AssetKey workload : objects.in(binding, AssetKind.WORKLOAD)) {
                    if (PodMakers.changes(rule, workload)) {
                        namespaces.add(PodMakers.namespace(workload));
                    }
                }
                grants.to(namespaces, rule);
            }
        }
    }
}
