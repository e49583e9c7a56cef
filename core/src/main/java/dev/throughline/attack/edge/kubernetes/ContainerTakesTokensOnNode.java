package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Alternative;
import dev.throughline.attack.Alternatives;
import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Container;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.ServiceAccount;
import dev.throughline.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A container reads where the kubelet keeps the volumes of all pods of the node, the tokens of their service accounts
 * among them. A read-only mount is enough.
 */
final class ContainerTakesTokensOnNode implements AttackEdge {
    private static final String VOLUMES = "/var/lib/kubelet/pods";

    @Override
    public List<String> techniques() {
        return List.of("T1528", "T1552.001");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        Map<AssetKey, Set<AssetKey>> tokens = new HashMap<>();
        graph.assets(Workload.class).forEach(workload -> {
            List<Alternative> mounts = mounts(graph, workload);
            if (!mounts.isEmpty()) {
                Set<AssetKey> accounts = new TreeSet<>();
                for (AssetKey node : Scheduled.nodesOf(graph, workload.key())) {
                    accounts.addAll(tokens.computeIfAbsent(node, n -> tokens(graph, n)));
                }
                Alternatives all = new Alternatives(
                        Evidence.of("", workload.key()), List.of(), List.of(), Alternatives.sorted(mounts));
                AttackStep taken = all.step(workload.key(), this, workload.key());
                accounts.forEach(account -> steps.accept(taken.leadingTo(account)));
            }
        });
    }

    private static List<Alternative> mounts(RiskGraph graph, Workload workload) {
        List<Alternative> mounts = new ArrayList<>();
        for (Container container : graph.targets(workload.key(), RelationType.CONTAINS, Container.class)) {
            for (HostPath path : new Sandbox(graph, workload, container).hostPaths()) {
                if (path.holds(VOLUMES)) {
                    mounts.add(Alternative.of(
                            Likelihood.EASY,
                            Evidence.of(
                                    "it reads " + path.path() + " of its nodes, where the tokens of their pods lie",
                                    path.volume()),
                            List.of(path.remedy(container.key()))));
                }
            }
        }
        return mounts;
    }

    /** The service accounts whose tokens lie on a node. */
    private static Set<AssetKey> tokens(RiskGraph graph, AssetKey node) {
        Set<AssetKey> accounts = new TreeSet<>();
        for (Workload workload : Scheduled.on(graph, node)) {
            for (ServiceAccount account : graph.targets(workload.key(), RelationType.RUNS_AS, ServiceAccount.class)) {
                if (MountedToken.of(workload, account).isMounted()) {
                    accounts.add(account.key());
                }
            }
        }
        return accounts;
    }
}
