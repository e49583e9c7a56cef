package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import java.util.List;

/**
 * The binding lets its subjects run commands in pods: create on pods/exec, or get, which is enough over a WebSocket.
 */
final class PermissionExecsIntoWorkload extends PermissionEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1609");
    }

    @Override
    Likelihood likelihood() {
        return Likelihood.EASY;
    }

    @Override
    String statement() {
        return "run commands in its pods";
    }

    @Override
    String remedy() {
        return "pods/exec";
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        RbacRule exec = binding.any(List.of("create", "get"), "", "pods/exec");
        if (exec != null) {
            grants.to(objects.in(binding, AssetKind.WORKLOAD), exec);
        }
    }
}
