package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.RbacRule;
import java.util.List;

/** The binding lets its subjects do anything anywhere in the cluster. */
final class PermissionControlsCluster extends PermissionEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1078");
    }

    @Override
    Likelihood likelihood() {
        return Likelihood.TRIVIAL;
    }

    @Override
    String statement() {
        return "do anything in the cluster";
    }

    @Override
    String remedy() {
        return "all permissions that are not used";
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        RbacRule all = binding.any("*", "*", "*");
        if (binding.everywhere() && all != null) {
            grants.to(binding.clusterKey(), all);
        }
    }

    @Override
    boolean concerns(Binding binding) {
        return true;
    }
}
