package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import java.util.List;

/**
 * The binding lets its subjects add a container to pods that run, which then runs as the service account of the pod.
 */
final class PermissionDebugsWorkload extends PermissionEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1609", "T1610");
    }

    @Override
    Likelihood likelihood() {
        return Likelihood.EASY;
    }

    @Override
    String statement() {
        return "add a container to its pods";
    }

    @Override
    String remedy() {
        return "pods/ephemeralcontainers";
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        RbacRule debug = binding.any(List.of("patch", "update"), "", "pods/ephemeralcontainers");
        if (debug != null) {
            grants.to(objects.in(binding, AssetKind.WORKLOAD), debug);
        }
    }
}
