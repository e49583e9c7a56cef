package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.RbacRule;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The binding lets its subjects bind a role they do not hold: the verb bind on the role, and the right to write
 * bindings. Everywhere that makes an administrator of the cluster, else of a namespace.
 */
final class PermissionBindsRole extends PermissionEdge {
    private static final List<String> WRITE = List.of("create", "update", "patch");

    /** Cluster roles that every cluster has and that, bound in a namespace, control it. */
    private static final List<String> POWERFUL = List.of("cluster-admin", "admin", "edit");

    private static final List<Predicate<RbacRule>> NEEDS = List.of(
            need(List.of("bind"), Binding.RBAC, "clusterroles"),
            need(WRITE, Binding.RBAC, "clusterrolebindings", "rolebindings"));

    @Override
    public List<String> techniques() {
        return List.of("T1098.006");
    }

    @Override
    Likelihood likelihood() {
        return Likelihood.TRIVIAL;
    }

    @Override
    String statement() {
        return "bind themselves to a role that allows everything";
    }

    @Override
    String remedy() {
        return "the verb bind";
    }

    @Override
    List<Predicate<RbacRule>> needs() {
        return NEEDS;
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        RbacRule bind = powerful(binding, "cluster-admin");
        RbacRule everywhere = binding.any(WRITE, Binding.RBAC, "clusterrolebindings");
        if (binding.everywhere() && bind != null && everywhere != null) {
            grants.to(binding.clusterKey(), bind, everywhere);
            return;
        }
        RbacRule here = binding.any(WRITE, Binding.RBAC, "rolebindings");
        for (String role : POWERFUL) {
            RbacRule powerful = powerful(binding, role);
            if (here != null && powerful != null) {
                grants.to(objects.namespaces(binding), powerful, here);
                return;
            }
        }
    }

    private static @Nullable RbacRule powerful(Binding binding, String role) {
        return binding.on(role, List.of("bind"), Binding.RBAC, "clusterroles");
    }
}
