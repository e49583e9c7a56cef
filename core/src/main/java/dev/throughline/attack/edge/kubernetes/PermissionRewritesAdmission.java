package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.RbacRule;
import java.util.List;

/**
 * The binding lets its subjects register a webhook or policy that rewrites what the API server admits: their container
 * goes into every new pod.
 */
final class PermissionRewritesAdmission extends PermissionEdge {
    @Override
    public List<String> techniques() {
        return List.of("T1546", "T1610");
    }

    @Override
    Likelihood likelihood() {
        return Likelihood.MODERATE;
    }

    @Override
    String statement() {
        return "rewrite every object that the API server admits";
    }

    @Override
    String remedy() {
        return "the change of mutating admission";
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        for (String resource : List.of("mutatingwebhookconfigurations", "mutatingadmissionpolicies")) {
            RbacRule rule = binding.any(List.of("create", "patch", "update"), "admissionregistration.k8s.io", resource);
            if (binding.everywhere() && rule != null) {
                grants.to(binding.clusterKey(), rule);
                return;
            }
        }
    }
}
