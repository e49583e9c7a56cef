package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a role binding lets its subjects do. Held once for each binding, whoever is bound, so that what a role allows is
 * derived once and not for each of its holders.
 *
 * @param key the binding
 * @param role the role it binds
 * @param rules the rules of the role
 * @param cluster name of its cluster
 * @param scope the namespace where the rules hold, or {@link #EVERYWHERE}
 */
record Binding(AssetKey key, AssetKey role, List<RbacRule> rules, String cluster, String scope) {
    static final String EVERYWHERE = "*";
    static final String RBAC = "rbac.authorization.k8s.io";

    boolean everywhere() {
        return scope.equals(EVERYWHERE);
    }

    boolean holdsIn(String namespace) {
        return everywhere() || scope.equals(namespace);
    }

    AssetKey clusterKey() {
        return AssetKey.of(AssetKind.CLUSTER, cluster);
    }

    /** Whether it allows everything everywhere, so that nothing else it allows needs to be told. */
    boolean administers() {
        return everywhere() && any("*", "*", "*") != null;
    }

    /** The first rule that allows something on all objects of a resource. */
    @Nullable
    RbacRule any(String verb, String group, String resource) {
        return any(List.of(verb), group, resource);
    }

    /** The first rule that allows one of some verbs on all objects of a resource. */
    @Nullable
    RbacRule any(List<String> verbs, String group, String resource) {
        for (RbacRule rule : rules) {
            for (String verb : verbs) {
                if (rule.allowsAny(verb, group, resource)) {
                    return rule;
                }
            }
        }
        return null;
    }

    /** The first rule that allows one of some verbs on an object. */
    @Nullable
    RbacRule on(String name, List<String> verbs, String group, String resource) {
        for (RbacRule rule : rules) {
            for (String verb : verbs) {
                if (rule.allows(verb, group, resource, name)) {
                    return rule;
                }
            }
        }
        return null;
    }
}
