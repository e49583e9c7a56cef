package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import java.util.List;

/**
 * The binding lets its subjects speak to kubelets through the API server, which run commands in any pod and ask nobody
 * else: create on nodes/proxy, or get, which is enough over a WebSocket.
 */
final class PermissionUsesKubelet extends PermissionEdge {
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
        return "run commands in its pods through the kubelet";
    }

    @Override
    String remedy() {
        return "nodes/proxy";
    }

    @Override
    List<String> hardens() {
        return List.of("use the finer nodes/metrics and nodes/stats instead");
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        RbacRule proxy = binding.any(List.of("create", "get"), "", "nodes/proxy");
        if (binding.everywhere() && proxy != null) {
            grants.to(objects.in(binding, AssetKind.WORKLOAD), proxy);
        }
    }
}
