package dev.throughline.attack.edge.gcp;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.ServiceAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A service account of Kubernetes is a principal of the workload identity pool of its project,
 * {@code serviceAccount:<project>.svc.id.goog[<namespace>/<name>]}. The pool is one for all clusters of the project, so the
 * account is found by its namespace and name.
 */
final class GcpPoolAdmitsServiceAccount implements AttackEdge {
    private static final String MEMBER = "cloud:serviceAccount:";
    private static final String POOL = ".svc.id.goog[";

    @Override
    public List<String> techniques() {
        return List.of("T1550.001", "T1528");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        Map<String, List<AssetKey>> accounts = new HashMap<>();
        graph.assets(ServiceAccount.class)
                .forEach(account -> accounts.computeIfAbsent(
                                account.key()
                                        .value()
                                        .substring(account.key().value().indexOf('/') + 1),
                                n -> new ArrayList<>())
                        .add(account.key()));
        for (int i = 0; i < graph.size(); i++) {
            AssetKey member = graph.key(i);
            int pool = member.text().startsWith(MEMBER) ? member.text().indexOf(POOL) : -1;
            if (pool >= 0 && member.text().endsWith("]")) {
                String name = member.text()
                        .substring(pool + POOL.length(), member.text().length() - 1);
                List<AssetKey> named = accounts.getOrDefault(name, List.of());
                named.forEach(account -> steps.accept(step(account, member, named.size() == 1)));
            }
        }
    }

    private AttackStep step(AssetKey account, AssetKey member, boolean only) {
        return new AttackStep(
                account,
                name(),
                member,
                techniques(),
                (only ? Likelihood.TRIVIAL : Likelihood.HARD).probability(),
                Evidence.of(
                        only
                                ? "the workload identity pool of its project knows it by this name"
                                : "a workload identity pool knows a service account of one of several clusters by this"
                                        + " name",
                        account,
                        member),
                List.of("take " + member.value() + " out of all bindings"),
                List.of("let only workloads that need the identity run as " + account.value()));
    }
}
