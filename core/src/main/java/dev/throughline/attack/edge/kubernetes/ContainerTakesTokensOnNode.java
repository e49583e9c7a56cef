package dev.throughline.attack.edge.kubernetes;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        graph.assets(Workload.class)
                .forEach(workload -> path(graph, workload).ifPresent(path -> {
                    Set<AssetKey> accounts = new TreeSet<>();
                    for (AssetKey node : Scheduled.nodesOf(graph, workload.key())) {
                        accounts.addAll(tokens.computeIfAbsent(node, n -> tokens(graph, n)));
                    }
                    emit(workload, path, accounts, steps);
                }));
    }

    private static Optional<HostPath> path(RiskGraph graph, Workload workload) {
        return graph.targets(workload.key(), RelationType.CONTAINS, Container.class).stream()
                .flatMap(container -> new Sandbox(graph, workload, container).hostPaths().stream())
                .filter(path -> path.holds(VOLUMES))
                .findFirst();
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

    private void emit(Workload workload, HostPath path, Set<AssetKey> accounts, Consumer<AttackStep> steps) {
        Evidence evidence = Evidence.of(
                "it reads " + path.path() + " of its nodes, where the tokens of their pods lie",
                workload.key(),
                path.volume());
        List<String> breaks = List.of("drop the hostPath volume " + path.path() + " of "
                + workload.key().value());
        for (AssetKey account : accounts) {
            steps.accept(new AttackStep(
                    workload.key(),
                    name(),
                    account,
                    techniques(),
                    Likelihood.EASY.probability(),
                    evidence,
                    breaks,
                    List.of()));
        }
    }
}
