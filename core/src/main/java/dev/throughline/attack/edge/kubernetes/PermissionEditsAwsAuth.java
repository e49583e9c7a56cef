package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import java.util.List;

/**
 * The binding lets its subjects write the ConfigMap aws-auth, in which an EKS cluster looks up who is an administrator.
 */
final class PermissionEditsAwsAuth extends PermissionEdge {
    private static final String NAMESPACE = "kube-system";
    private static final String NAME = "aws-auth";

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
        return "make any AWS identity an administrator of the cluster, in the ConfigMap aws-auth";
    }

    @Override
    String remedy() {
        return "the change of the ConfigMap aws-auth";
    }

    @Override
    List<String> hardens() {
        return List.of("let the cluster use EKS access entries only");
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        AssetKey awsAuth = AssetKey.inNamespace(AssetKind.CONFIG_OBJECT, binding.cluster(), NAMESPACE, NAME);
        RbacRule write = binding.on(NAME, PodMakers.CHANGE, "", "configmaps");
        if (write != null && binding.holdsIn(NAMESPACE) && objects.graph().number(awsAuth) >= 0) {
            grants.to(binding.clusterKey(), write);
        }
    }
}
