package dev.throughline.attack.edge.azure;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.ServiceAccount;
import dev.throughline.model.TrustPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A federated credential admits tokens of a service account of Kubernetes, which any pod that runs as it may ask for. The
 * issuer names a cluster but not by the name it has here, so the account is found by its namespace and name.
 */
final class AzureTrustAdmitsServiceAccount implements AttackEdge {
    private static final String SUBJECT = "system:serviceaccount:";

    @Override
    public List<String> techniques() {
        return List.of("T1550.001", "T1528");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        Map<String, List<ServiceAccount>> accounts = new HashMap<>();
        situation
                .graph()
                .assets(ServiceAccount.class)
                .forEach(account -> accounts.computeIfAbsent(
                                account.key()
                                        .value()
                                        .substring(account.key().value().indexOf('/') + 1),
                                n -> new ArrayList<>())
                        .add(account));
        situation.graph().assets(TrustPolicy.class).forEach(trust -> {
            String subject = trust.subject();
            if (subject == null || !subject.startsWith(SUBJECT)) {
                return;
            }
            List<ServiceAccount> named =
                    accounts.getOrDefault(subject.substring(SUBJECT.length()).replace(':', '/'), List.of());
            for (Relation holder : situation.graph().incoming(trust.key(), RelationType.TRUSTS)) {
                named.forEach(account -> steps.accept(step(account.key(), trust, holder.from(), named.size() == 1)));
            }
        });
    }

    private AttackStep step(AssetKey account, TrustPolicy trust, AssetKey identity, boolean only) {
        return new AttackStep(
                account,
                name(),
                identity,
                techniques(),
                (only ? Likelihood.TRIVIAL : Likelihood.HARD).probability(),
                Evidence.of(
                                only
                                        ? "a federated credential admits its tokens"
                                        : "a federated credential admits tokens of a service account of this name, in"
                                                + " one of several clusters",
                                account,
                                trust.key(),
                                identity)
                        .with("issuer", String.valueOf(trust.issuer()))
                        .with("subject", String.valueOf(trust.subject())),
                List.of("delete the federated credential " + trust.key().value()),
                List.of("let only workloads that need the identity run as " + account.value()));
    }
}
