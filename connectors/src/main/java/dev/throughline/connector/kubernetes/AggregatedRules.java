package dev.throughline.connector.kubernetes;

import dev.throughline.model.RbacRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of roles, with those they gather from other cluster roles (ClusterRole {@code aggregationRule}). Roles that all
 * gather each other would take time with the cube of their number, so there is an end to it.
 */
final class AggregatedRules {
    /** Roles asked and rules taken, for all roles together; a hundred times what large clusters have. */
    static final int MOST = 1_000_000;

    private final ByName<RoleObject> roles;
    private long work;

    AggregatedRules(ByName<RoleObject> roles) {
        this.roles = roles;
    }

    /** The rules of a role, or null if it would take too long to gather them. */
    @Nullable
    List<String> of(RoleObject role) {
        Set<RbacRule> rules = new LinkedHashSet<>(role.rules());
        Set<ObjectName> seen = new HashSet<>(Set.of(role.name()));
        Deque<RoleObject> gathering = new ArrayDeque<>(List.of(role));
        while (!gathering.isEmpty()) {
            for (LabelSelector selector : gathering.remove().aggregates()) {
                for (RoleObject other : roles.in(ObjectName.CLUSTER_WIDE)) {
                    if (++work > MOST) {
                        return null;
                    }
                    if (selector.matches(other.labels()) && seen.add(other.name())) {
                        rules.addAll(other.rules());
                        work += other.rules().size();
                        gathering.add(other);
                    }
                }
            }
        }
        return rules.stream().map(RbacRule::toString).toList();
    }
}
