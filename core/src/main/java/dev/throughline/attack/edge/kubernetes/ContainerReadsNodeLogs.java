package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A container that writes the log directory of the node puts links there, which the kubelet follows as root when the
 * container asks for logs, as its service account may.
 */
final class ContainerReadsNodeLogs extends ContainerEscape {
    private static final List<String> LOGS = List.of("/", "/var", "/var/log");
    private static final List<String> RESOURCES = List.of("pods/log", "nodes/log", "nodes/proxy");

    @Override
    public List<String> techniques() {
        return List.of("T1611", "T1083");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        Set<AssetKey> readers = readers(situation.graph());
        derive(situation, steps, sandbox -> readers.contains(sandbox.workload().key()) ? escapes(sandbox) : List.of());
    }

    @Override
    List<Escape> escapes(Sandbox sandbox) {
        return sandbox.hostPaths().stream()
                .filter(path -> !path.readOnly() && LOGS.contains(path.path()))
                .map(path -> new Escape(
                        path.volume(),
                        Likelihood.MODERATE,
                        "it writes " + path.path() + " of the node, and its service account reads logs",
                        List.of(path.remedy(sandbox.container().key()))))
                .toList();
    }

    /** The workloads whose service account may read logs. */
    private static Set<AssetKey> readers(RiskGraph graph) {
        Set<AssetKey> readers = new HashSet<>();
        for (Binding binding : Bindings.of(graph)) {
            if (RESOURCES.stream().anyMatch(resource -> binding.any("get", "", resource) != null)) {
                for (Relation bound : graph.outgoing(binding.key(), RelationType.BINDS)) {
                    addWorkloads(graph, bound.to(), readers);
                    graph.incoming(bound.to(), RelationType.MEMBER_OF)
                            .forEach(member -> addWorkloads(graph, member.from(), readers));
                }
            }
        }
        return readers;
    }

    private static void addWorkloads(RiskGraph graph, AssetKey account, Set<AssetKey> workloads) {
        graph.incoming(account, RelationType.RUNS_AS).forEach(runs -> workloads.add(runs.from()));
    }
}
