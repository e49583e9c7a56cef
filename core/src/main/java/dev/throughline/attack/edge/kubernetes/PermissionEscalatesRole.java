package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.RbacRule;
import java.util.List;
import java.util.function.Predicate;

/**
 * The binding lets its subjects write more into a role than they may themselves: the verb escalate lifts the check that
 * forbids it. They write everything into the role they hold.
 */
final class PermissionEscalatesRole extends PermissionEdge {
    private static final List<String> WRITE = List.of("update", "patch");

    private static final List<Predicate<RbacRule>> NEEDS = List.of(
            need(List.of("escalate"), Binding.RBAC, "clusterroles", "roles"),
            need(WRITE, Binding.RBAC, "clusterroles", "roles"));

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
        return "write any permission into roles, their own among them";
    }

    @Override
    String remedy() {
        return "the verb escalate";
    }

    @Override
    List<Predicate<RbacRule>> needs() {
        return NEEDS;
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        RbacRule clusterRoles = binding.any("escalate", Binding.RBAC, "clusterroles");
        RbacRule write = binding.any(WRITE, Binding.RBAC, "clusterroles");
        if (binding.everywhere() && clusterRoles != null && write != null) {
            grants.to(binding.clusterKey(), clusterRoles, write);
        }
        RbacRule roles = binding.any("escalate", Binding.RBAC, "roles");
        RbacRule writeRoles = binding.any(WRITE, Binding.RBAC, "roles");
        if (roles != null && writeRoles != null) {
            grants.to(objects.namespaces(binding), roles, writeRoles);
        }
    }
}
