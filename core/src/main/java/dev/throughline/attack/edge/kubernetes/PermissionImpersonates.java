package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The binding lets its subjects act as another user, group or service account. Users and groups are in no namespace, so
 * a Role cannot allow it for them.
 */
final class PermissionImpersonates extends PermissionEdge {
    private static final String IMPERSONATE = "impersonate";

    private static final List<Predicate<RbacRule>> NEEDS = List.of(
            need(List.of(IMPERSONATE), "", "groups"), need(List.of(IMPERSONATE), "", "users", "serviceaccounts"));

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
        return "act as another user, group or service account";
    }

    @Override
    String remedy() {
        return "the verb impersonate";
    }

    @Override
    List<Predicate<RbacRule>> needs() {
        return NEEDS;
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        for (RbacRule rule : binding.rules()) {
            grants.to(impersonated(rule, "serviceaccounts", objects.in(binding, AssetKind.SERVICE_ACCOUNT)), rule);
        }
        RbacRule anyUser = binding.any(IMPERSONATE, "", "users");
        RbacRule user = anyUser == null ? binding.any(IMPERSONATE, "", "serviceaccounts") : anyUser;
        if (binding.everywhere()) {
            subjects(binding, objects, grants, user);
        }
    }

    /** Whoever acts in a group must act as some user too. */
    private static void subjects(Binding binding, ClusterObjects objects, Grants grants, @Nullable RbacRule user) {
        List<AssetKey> known = objects.ofCluster(binding.cluster(), AssetKind.KUBERNETES_SUBJECT);
        List<AssetKey> groups = known.stream().filter(Subjects::isGroup).toList();
        List<AssetKey> users =
                known.stream().filter(key -> !Subjects.isGroup(key)).toList();
        for (RbacRule rule : binding.rules()) {
            grants.to(impersonated(rule, "users", users), rule);
            if (user != null) {
                grants.to(impersonated(rule, "groups", groups), rule, user);
                if (rule.allows(IMPERSONATE, "", "groups", Subjects.MASTERS)) {
                    grants.to(binding.clusterKey(), rule, user);
                }
            }
        }
    }

    private static List<AssetKey> impersonated(RbacRule rule, String resource, List<AssetKey> subjects) {
        return ClusterObjects.allowed(rule, List.of(IMPERSONATE), "", resource, subjects);
    }
}
