package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The binding lets its subjects exempt pods from AAD Pod Identity, which otherwise keeps them from the identities of
 * their node.
 */
final class PermissionExemptsFromPodIdentity extends PermissionEdge {
    private static final List<Predicate<RbacRule>> NEEDS = List.of(
            need(List.of("create", "patch", "update"), "aadpodidentity.k8s.io", "azurepodidentityexceptions"),
            PodMakers::creates);

    @Override
    public List<String> techniques() {
        return List.of("T1552.005");
    }

    @Override
    Likelihood likelihood() {
        return Likelihood.MODERATE;
    }

    @Override
    String statement() {
        return "exempt a pod from AAD Pod Identity, so that it may ask for tokens of the node";
    }

    @Override
    String remedy() {
        return "azurepodidentityexceptions";
    }

    @Override
    List<String> hardens() {
        return List.of("move to workload identity");
    }

    @Override
    List<Predicate<RbacRule>> needs() {
        return NEEDS;
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        RbacRule exempt = binding.any(
                List.of("create", "patch", "update"), "aadpodidentity.k8s.io", "azurepodidentityexceptions");
        RbacRule run =
                binding.rules().stream().filter(PodMakers::creates).findFirst().orElse(null);
        if (exempt != null
                && run != null
                && !objects.labelled(binding.cluster(), "component=nmi").isEmpty()) {
            Set<AssetKey> identities = new TreeSet<>();
            NodeIdentities known = NodeIdentities.of(objects.graph());
            objects.ofCluster(binding.cluster(), AssetKind.NODE).forEach(node -> identities.addAll(known.of(node)));
            grants.to(identities, exempt, run);
        }
    }
}
