package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import java.util.List;

/** The binding lets its subjects ask the API server for a token of a service account. */
final class PermissionRequestsToken extends PermissionEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1528");
    }

    @Override
    Likelihood likelihood() {
        return Likelihood.TRIVIAL;
    }

    @Override
    String statement() {
        return "ask for a token of the service account";
    }

    @Override
    String remedy() {
        return "serviceaccounts/token";
    }

    @Override
    List<String> hardens() {
        return List.of("name the service accounts it needs in resourceNames");
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        List<AssetKey> accounts = objects.in(binding, AssetKind.SERVICE_ACCOUNT);
        for (RbacRule rule : binding.rules()) {
            grants.to(ClusterObjects.allowed(rule, List.of("create"), "", "serviceaccounts/token", accounts), rule);
        }
    }
}
