package dev.throughline.attack.edge.aws;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.ServiceAccount;
import dev.throughline.model.TrustPolicy;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes service account is given a role of AWS: by its annotation, which the trust of the role must admit (IAM roles for
 * service accounts), or by an association of the cluster (EKS Pod Identity).
 */
final class ServiceAccountAssumesRole implements AttackEdge {
    private static final String POD_IDENTITY = "service:pods.eks.amazonaws.com";

    @Override
    public List<String> techniques() {
        return List.of("T1550.001", "T1078.004");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        Policies policies = new Policies(graph, new Actions(List.of("sts:AssumeRole")));
        graph.assets(ServiceAccount.class).forEach(account -> {
            for (Relation becomes : graph.outgoing(account.key(), RelationType.CAN_AUTHENTICATE_AS)) {
                Arn arn = Arn.of(becomes.to());
                if (arn != null && ResourceType.of(arn) == ResourceType.ROLE) {
                    Evidence evidence = evidence(graph, policies, account.key(), becomes.to());
                    if (evidence != null) {
                        steps.accept(step(account.key(), becomes.to(), evidence));
                    }
                }
            }
        });
    }

    private static @Nullable Evidence evidence(RiskGraph graph, Policies policies, AssetKey account, AssetKey role) {
        List<TrustPolicy> trusts = graph.targets(role, RelationType.TRUSTS, TrustPolicy.class);
        String[] names = account.value().split("/", -1);
        String subject = "system:serviceaccount:" + names[names.length - 2] + ":" + names[names.length - 1];
        for (TrustPolicy trust : trusts) {
            boolean fits = trust.subject() == null || new Glob(trust.subject()).matches(subject);
            if (fits && isOfCluster(graph, role, trust, names[0])) {
                return Evidence.of("the role trusts tokens of the service account", account, trust.key(), role)
                        .with("subject", trust.subject() == null ? "any" : trust.subject());
            }
        }
        boolean byPodIdentity = policies.guarding(role).stream()
                .anyMatch(statement ->
                        statement.allow() && statement.source().principals().contains(POD_IDENTITY));
        if (byPodIdentity) {
            return Evidence.of("the cluster gives pods of the service account the role", account, role);
        }
        // Without the trust of the role the word of the cluster stands.
        return trusts.isEmpty() && policies.guarding(role).isEmpty()
                ? Evidence.of("the service account names the role, whose trust was not read", account, role)
                : null;
    }

    /** Two clusters may have service accounts of one name; the provider of the tokens tells them apart, if it was read. */
    private static boolean isOfCluster(RiskGraph graph, AssetKey role, TrustPolicy trust, String cluster) {
        AssetKey own = AssetKey.of(AssetKind.CLUSTER, cluster);
        for (Relation trusted : graph.outgoing(role, RelationType.TRUSTS)) {
            boolean provider = trust.issuer() != null
                    && trusted.to()
                            .value()
                            .endsWith(":oidc-provider/" + trust.issuer().replaceFirst("^https://", ""));
            List<Relation> clusters = provider ? graph.outgoing(trusted.to(), RelationType.TRUSTS) : List.of();
            if (!clusters.isEmpty()) {
                return clusters.stream().anyMatch(relation -> relation.to().equals(own));
            }
        }
        return true;
    }

    private AttackStep step(AssetKey account, AssetKey role, Evidence evidence) {
        return new AttackStep(
                account,
                name(),
                role,
                techniques(),
                Likelihood.TRIVIAL.probability(),
                evidence,
                List.of("take the role " + role.value() + " from " + account.value()),
                List.of("narrow the policies of " + role.value()));
    }
}
