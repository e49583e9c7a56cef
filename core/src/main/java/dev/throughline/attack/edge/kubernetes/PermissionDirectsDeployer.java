package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.RbacRule;
import dev.throughline.model.RelationType;
import dev.throughline.model.Workload;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The binding lets its subjects tell a deployment tool what to apply, which it does with its own permissions: a confused
 * deputy. Argo CD obeys Applications in its own namespace, Flux objects in any.
 */
final class PermissionDirectsDeployer extends PermissionEdge {
    private static final List<Deployer> DEPLOYERS = List.of(
            new Deployer("argoproj.io", "applications", "app.kubernetes.io/name=argocd-application-controller", true),
            new Deployer("kustomize.toolkit.fluxcd.io", "kustomizations", "app=kustomize-controller", false),
            new Deployer("helm.toolkit.fluxcd.io", "helmreleases", "app=helm-controller", false));

    @Override
    public List<String> techniques() {
        return List.of("T1072", "T1610");
    }

    @Override
    Likelihood likelihood() {
        return Likelihood.EASY;
    }

    @Override
    String statement() {
        return "have a deployment tool apply what they like";
    }

    @Override
    String remedy() {
        return "the creation and change of what the tool obeys";
    }

    @Override
    List<String> hardens() {
        return List.of("impersonate a service account of the tenant for each object (Argo CD projects, Flux"
                + " serviceAccountName)");
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        for (Deployer deployer : DEPLOYERS) {
            RbacRule rule = binding.any(List.of("create", "patch", "update"), deployer.group(), deployer.resource());
            if (rule != null) {
                grants.to(accounts(deployer, binding, objects), rule);
            }
        }
    }

    /** The service accounts of the tool's workloads, which are told by the labels their projects put on them. */
    private static Set<AssetKey> accounts(Deployer deployer, Binding binding, ClusterObjects objects) {
        Set<AssetKey> accounts = new TreeSet<>();
        for (Workload workload : objects.labelled(binding.cluster(), deployer.label())) {
            if (!deployer.obeysOwnNamespace() || binding.holdsIn(String.valueOf(workload.namespace()))) {
                objects.graph().outgoing(workload.key(), RelationType.RUNS_AS).forEach(runs -> accounts.add(runs.to()));
            }
        }
        return accounts;
    }

    private record Deployer(String group, String resource, String label, boolean obeysOwnNamespace) {}
}
