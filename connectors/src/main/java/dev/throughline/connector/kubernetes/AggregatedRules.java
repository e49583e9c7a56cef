package dev.throughline.connector.kubernetes;

import dev.throughline.model.RbacRule;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rules of roles, with those they gather from other cluster roles (ClusterRole {@code aggregationRule}). */
final class AggregatedRules {
    private final ByName<RoleObject> roles;

    AggregatedRules(ByName<RoleObject> roles) {
        this.roles = roles;
    }

    List<String> of(RoleObject role) {
        Set<RbacRule> rules = new LinkedHashSet<>();
        gather(role, rules, new HashSet<>());
        return rules.stream().map(RbacRule::toString).toList();
    }

    private void gather(RoleObject role, Set<RbacRule> rules, Set<ObjectName> seen) {
        if (!seen.add(role.name())) {
            return;
        }
        rules.addAll(role.rules());
        for (LabelSelector selector : role.aggregates()) {
            for (RoleObject other : roles.in(ObjectName.CLUSTER_WIDE)) {
                if (selector.matches(other.labels())) {
                    gather(other, rules, seen);
                }
            }
        }
    }
}
