package dev.throughline.attack.edge.kubernetes;

import dev.throughline.attack.Likelihood;
import dev.throughline.model.Container;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Volume;
import dev.throughline.model.Workload;
import dev.throughline.risk.Hardening;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A container and what it shares with its node. */
record Sandbox(RiskGraph graph, Workload workload, Container container) {
    boolean isPrivileged() {
        return Boolean.TRUE.equals(container.privileged());
    }

    boolean seesNodeProcesses() {
        return Boolean.TRUE.equals(workload.hostPid());
    }

    /** As which a capability was added: by its own name, or with all others. What privileged gives is not among them. */
    List<String> added(String capability) {
        List<String> added = container.capabilities();
        return added == null
                ? List.of()
                : Stream.of(capability, "ALL").filter(added::contains).toList();
    }

    /** What takes a capability from it, as it was added. */
    String without(String capability) {
        return Hardening.withoutCapability(capability, container.key());
    }

    /** What takes all privileges from it. */
    String unprivileged() {
        return Hardening.unprivileged(container.key());
    }

    /** What takes the sight of the node's processes from it. */
    String withoutNodeProcesses() {
        return Hardening.withoutSharing("hostPID", workload.key());
    }

    /** Whether it is known to run as root, known not to, or left to its image. */
    @Nullable
    Boolean isRoot() {
        if (container.runAsUser() != null) {
            return container.runAsUser() == 0;
        }
        return Boolean.TRUE.equals(container.runAsNonRoot()) ? Boolean.FALSE : null;
    }

    /**
     * Lowers a likelihood of what a capability alone allows by what AppArmor stands for: a profile that is set makes it hard, one that is not set may still be
     * the default of the runtime.
     */
    Likelihood underAppArmor(Likelihood likelihood) {
        if ("Unconfined".equals(container.appArmor())) {
            return likelihood;
        }
        return container.appArmor() == null ? likelihood.lowered() : Likelihood.HARD;
    }

    /** The parts of the node's file system it mounts. A mount that does not say whether it is read-only is not. */
    List<HostPath> hostPaths() {
        List<HostPath> paths = new ArrayList<>();
        for (Relation mount : graph.outgoing(container.key(), RelationType.MOUNTS)) {
            Volume volume = graph.find(mount.to(), Volume.class).orElse(null);
            if (volume != null && "hostPath".equals(volume.type()) && volume.path() != null) {
                paths.add(HostPath.of(volume.key(), volume.path(), isReadOnly(mount, volume)));
            }
        }
        return paths;
    }

    private static boolean isReadOnly(Relation mount, Volume volume) {
        String said = mount.properties().get("readOnly");
        return said == null ? Boolean.TRUE.equals(volume.readOnly()) : said.equals("true");
    }
}
