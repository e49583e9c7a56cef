package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import java.util.List;

/**
 * The binding lets its subjects change what runs: put another image into its pods, or into the object that makes them.
 */
final class PermissionChangesWorkload extends PermissionEdge {
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
        return "put another image into its pods";
    }

    @Override
    String remedy() {
        return "patch and update of pods and their controllers";
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        List<AssetKey> workloads = objects.in(binding, AssetKind.WORKLOAD);
        RbacRule pods = binding.any(PodMakers.CHANGE, "", "pods");
        if (pods != null) {
            grants.to(workloads, pods);
            return;
        }
        for (RbacRule rule : binding.rules()) {
            if (PodMakers.mayChange(rule)) {
                grants.to(
                        workloads.stream()
                                .filter(workload -> PodMakers.changes(rule, workload))
                                .toList(),
                        rule);
            }
        }
    }
}
