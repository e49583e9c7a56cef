package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import java.util.List;

/** The binding lets its subjects read secrets: get, list and watch all return the contents. */
final class PermissionReadsSecret extends PermissionEdge {
    private static final List<String> READ = List.of("get", "list", "watch");

    @Override
    public List<String> techniques() {
        return List.of("T1552.007");
    }

    @Override
    Likelihood likelihood() {
        return Likelihood.TRIVIAL;
    }

    @Override
    String statement() {
        return "read the secret";
    }

    @Override
    String remedy() {
        return "secrets";
    }

    @Override
    List<String> hardens() {
        return List.of("name the secrets it needs in resourceNames");
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        List<AssetKey> secrets = objects.in(binding, AssetKind.SECRET_OBJECT);
        for (RbacRule rule : binding.rules()) {
            grants.to(ClusterObjects.allowed(rule, READ, "", "secrets", secrets), rule);
        }
    }
}
