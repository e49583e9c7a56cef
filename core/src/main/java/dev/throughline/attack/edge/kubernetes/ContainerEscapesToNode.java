package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.AttackEdge;
import dev.throughline.attack.AttackSituation;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.Likelihood;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Container;
import dev.throughline.model.Evidence;
import dev.throughline.model.Node;
import dev.throughline.model.Pod;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Volume;
import dev.throughline.model.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A container can leave its sandbox: it is privileged, may load kernel modules or trace processes of the node, or mounts a
 * part of the node's file system that controls it. Leads to every node its pods run on.
 */
final class ContainerEscapesToNode implements AttackEdge {
    private static final Set<String> SOCKETS = Set.of(
            "/var/run/docker.sock",
            "/run/docker.sock",
            "/run/containerd/containerd.sock",
            "/var/run/crio/crio.sock",
            "/run/crio/crio.sock");
    private static final List<String> CONTROLLING = List.of(
            "/",
            "/etc",
            "/root",
            "/proc",
            "/var",
            "/var/run",
            "/run",
            "/var/lib",
            "/var/lib/kubelet",
            "/var/lib/docker",
            "/usr",
            "/boot",
            "/home");

    @Override
    public List<String> techniques() {
        return List.of("T1611");
    }

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        RiskGraph graph = situation.graph();
        graph.assets(Workload.class)
                .forEach(workload -> easiest(graph, workload).ifPresent(escape -> {
                    for (AssetKey node : nodes(graph, workload)) {
                        steps.accept(new AttackStep(
                                workload.key(),
                                name(),
                                node,
                                techniques(),
                                escape.likelihood().probability(),
                                Evidence.of(escape.statement(), workload.key(), escape.by(), node),
                                List.of(escape.fix()),
                                List.of("enforce the Pod Security Standard \"baseline\" on the namespace")));
                    }
                }));
    }

    private static Set<AssetKey> nodes(RiskGraph graph, Workload workload) {
        Set<AssetKey> nodes = new TreeSet<>();
        for (Pod pod : graph.targets(workload.key(), RelationType.CONTAINS, Pod.class)) {
            graph.targets(pod.key(), RelationType.SCHEDULED_ON, Node.class).forEach(node -> nodes.add(node.key()));
        }
        return nodes;
    }

    /** The easiest of its escapes, which is closed only when all are. */
    private static Optional<Escape> easiest(RiskGraph graph, Workload workload) {
        List<Escape> escapes = new ArrayList<>();
        for (Container container : graph.targets(workload.key(), RelationType.CONTAINS, Container.class)) {
            escapes.addAll(byPrivilege(workload, container));
            for (Volume volume : graph.targets(container.key(), RelationType.MOUNTS, Volume.class)) {
                byVolume(container, volume).ifPresent(escapes::add);
            }
        }
        String fix = String.join(" and ", escapes.stream().map(Escape::fix).toList());
        return escapes.stream()
                .min(Comparator.comparing(Escape::likelihood).thenComparing(Escape::by))
                .map(escape -> new Escape(escape.by(), escape.likelihood(), escape.statement(), fix));
    }

    private static List<Escape> byPrivilege(Workload workload, Container container) {
        List<Escape> escapes = new ArrayList<>();
        String name = container.key().value();
        if (Boolean.TRUE.equals(container.privileged())) {
            escapes.add(new Escape(
                    container.key(),
                    Likelihood.TRIVIAL,
                    "its container is privileged",
                    "run " + name + " without privileged"));
        }
        List<String> added = container.capabilities() == null ? List.of() : container.capabilities();
        if (added.contains("SYS_MODULE") || added.contains("ALL")) {
            escapes.add(new Escape(
                    container.key(),
                    Likelihood.EASY,
                    "its container may load kernel modules",
                    "drop the capability SYS_MODULE of " + name));
        }
        if (Boolean.TRUE.equals(workload.hostPid()) && (added.contains("SYS_PTRACE") || added.contains("ALL"))) {
            escapes.add(new Escape(
                    container.key(),
                    Likelihood.EASY,
                    "its container may trace the processes of the node",
                    "drop hostPID or the capability SYS_PTRACE of " + name));
        }
        if (added.contains("SYS_ADMIN") || added.contains("ALL")) {
            escapes.add(new Escape(
                    container.key(),
                    Likelihood.MODERATE,
                    "its container has the capability SYS_ADMIN",
                    "drop the capability SYS_ADMIN of " + name));
        }
        return escapes;
    }

    private static Optional<Escape> byVolume(Container container, Volume volume) {
        if (!"hostPath".equals(volume.type()) || volume.path() == null) {
            return Optional.empty();
        }
        String path = volume.path().length() > 1 && volume.path().endsWith("/")
                ? volume.path().substring(0, volume.path().length() - 1)
                : volume.path();
        String fix =
                "drop the hostPath volume " + path + " of " + container.key().value();
        if (SOCKETS.contains(path)) {
            return Optional.of(new Escape(
                    volume.key(), Likelihood.TRIVIAL, "it can speak to the container runtime of the node", fix));
        }
        if (!CONTROLLING.contains(path)) {
            return Optional.empty();
        }
        return Optional.of(
                Boolean.TRUE.equals(volume.readOnly())
                        ? new Escape(volume.key(), Likelihood.HARD, "it reads " + path + " of the node", fix)
                        : new Escape(volume.key(), Likelihood.EASY, "it writes " + path + " of the node", fix));
    }

    private record Escape(AssetKey by, Likelihood likelihood, String statement, String fix) {}
}
