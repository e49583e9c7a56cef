package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import java.util.List;
import java.util.function.Predicate;

/**
 * The binding lets its subjects create a secret that asks for the token of a service account, and read it once
 * Kubernetes has filled it.
 */
final class PermissionMakesTokenSecret extends PermissionEdge {
    private static final List<Predicate<RbacRule>> NEEDS =
            List.of(need(List.of("create"), "", "secrets"), need(List.of("get", "list", "watch"), "", "secrets"));

    @Override
    public List<String> techniques() {
        return List.of("T1528", "T1552.007");
    }

    @Override
    Likelihood likelihood() {
        return Likelihood.EASY;
    }

    @Override
    String statement() {
        return "make a secret with the token of the service account, and read it";
    }

    @Override
    String remedy() {
        return "the creation of secrets";
    }

    @Override
    List<Predicate<RbacRule>> needs() {
        return NEEDS;
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        RbacRule create = binding.any("create", "", "secrets");
        RbacRule read = binding.any(List.of("get", "list", "watch"), "", "secrets");
        if (create != null && read != null) {
            grants.to(objects.in(binding, AssetKind.SERVICE_ACCOUNT), create, read);
        }
    }
}
