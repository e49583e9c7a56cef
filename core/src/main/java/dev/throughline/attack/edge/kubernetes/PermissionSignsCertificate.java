package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RbacRule;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The binding lets its subjects ask for a client certificate and approve it themselves. The certificate names any user
 * and any group but system:masters, which the API server refuses.
 */
final class PermissionSignsCertificate extends PermissionEdge {
    private static final String CERTIFICATES = "certificates.k8s.io";

    private static final List<Predicate<RbacRule>> NEEDS = List.of(
            need(List.of("create"), CERTIFICATES, "certificatesigningrequests"),
            need(List.of("update", "patch"), CERTIFICATES, "certificatesigningrequests/approval"),
            need(List.of("approve"), CERTIFICATES, "signers"));

    @Override
    public List<String> techniques() {
        return List.of("T1649");
    }

    @Override
    Likelihood likelihood() {
        return Likelihood.EASY;
    }

    @Override
    String statement() {
        return "issue themselves client certificates of any user";
    }

    @Override
    String remedy() {
        return "the approval of certificates";
    }

    @Override
    List<Predicate<RbacRule>> needs() {
        return NEEDS;
    }

    @Override
    void grant(Binding binding, ClusterObjects objects, Grants grants) {
        RbacRule create = binding.any("create", CERTIFICATES, "certificatesigningrequests");
        RbacRule approve = binding.any(List.of("update", "patch"), CERTIFICATES, "certificatesigningrequests/approval");
        RbacRule sign = approval(binding);
        if (!binding.everywhere() || create == null || approve == null || sign == null) {
            return;
        }
        grants.to(objects.in(binding, AssetKind.SERVICE_ACCOUNT), create, approve, sign);
        grants.to(
                objects.ofCluster(binding.cluster(), AssetKind.KUBERNETES_SUBJECT).stream()
                        .filter(subject -> !subject.equals(Subjects.group(binding.cluster(), Subjects.MASTERS)))
                        .toList(),
                create,
                approve,
                sign);
    }

    private static @Nullable RbacRule approval(Binding binding) {
        for (String signer : List.of("kubernetes.io/kube-apiserver-client", "kubernetes.io/*")) {
            RbacRule rule = binding.on(signer, List.of("approve"), CERTIFICATES, "signers");
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }
}
