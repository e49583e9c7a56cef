package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Container;
import dev.throughline.model.Evidence;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Volume;
import dev.throughline.model.Workload;
import dev.throughline.risk.Factor;
import dev.throughline.risk.Hardening;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.Situation;
import dev.throughline.risk.Verdict;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The workload has more power over its node than the Pod Security Standard "baseline" allows: a privileged container, a
 * namespace of the node, a capability beyond the usual ones, or a path of the node. Ports of the node are left to exposure.
 */
final class PrivilegedWorkload implements RiskFactor {
    private static final Set<String> USUAL = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");

    @Override
    public Factor factor() {
        return Factor.PRIVILEGED_WORKLOAD;
    }

    @Override
    public void judge(Situation situation, Consumer<Verdict> verdicts) {
        RiskGraph graph = situation.graph();
        graph.assets(Workload.class).forEach(workload -> verdicts.accept(verdict(graph, workload)));
    }

    /** Whether anything makes a workload privileged, as far as is known. */
    static boolean isKnown(RiskGraph graph, Workload workload) {
        return !reasons(graph, workload).isEmpty();
    }

    private static List<Reason> reasons(RiskGraph graph, Workload workload) {
        return Stream.concat(
                        ofPod(workload),
                        graph.targets(workload.key(), RelationType.CONTAINS, Container.class).stream()
                                .flatMap(container -> ofContainer(graph, workload, container)))
                .toList();
    }

    private Verdict verdict(RiskGraph graph, Workload workload) {
        List<Container> containers = graph.targets(workload.key(), RelationType.CONTAINS, Container.class);
        List<Reason> reasons = reasons(graph, workload);
        if (!reasons.isEmpty()) {
            String statements = reasons.stream()
                    .map(reason -> reason.evidence().statement())
                    .distinct()
                    .collect(Collectors.joining("; "));
            List<String> remedies =
                    reasons.stream().map(Reason::remedy).distinct().toList();
            return Verdict.yes(
                    workload.key(),
                    factor(),
                    Hardening.endedBy(reasons.get(0).evidence().with("reasons", statements), remedies));
        }
        boolean isKnown = !containers.isEmpty()
                && containers.stream().allMatch(container -> container.privileged() != null)
                && Stream.of(workload.hostNetwork(), workload.hostPid(), workload.hostIpc())
                        .allMatch(Boolean.FALSE::equals);
        return isKnown
                ? Verdict.no(
                        workload.key(),
                        factor(),
                        Evidence.of(
                                "it needs no more than the Pod Security Standard \"baseline\" allows", workload.key()))
                : Verdict.unknown(workload.key(), factor(), "its containers or their settings were not read");
    }

    private static Stream<Reason> ofPod(Workload workload) {
        return Stream.of(
                        shares(workload, workload.hostNetwork(), "network", "hostNetwork"),
                        shares(workload, workload.hostPid(), "processes", "hostPID"),
                        shares(workload, workload.hostIpc(), "shared memory", "hostIPC"))
                .flatMap(s -> s);
    }

    private static Stream<Reason> shares(Workload workload, @Nullable Boolean is, String what, String setting) {
        return Boolean.TRUE.equals(is)
                ? Stream.of(new Reason(
                        Evidence.of("it shares the " + what + " of its node", workload.key()),
                        Hardening.withoutSharing(setting, workload.key())))
                : Stream.empty();
    }

    private static Stream<Reason> ofContainer(RiskGraph graph, Workload workload, Container container) {
        AssetKey key = container.key();
        Stream<Reason> privileged = Boolean.TRUE.equals(container.privileged())
                ? Stream.of(reason("its container is privileged", workload, key, Hardening.unprivileged(key)))
                : Stream.empty();
        Stream<Reason> capabilities = container.capabilities() == null
                ? Stream.empty()
                : container.capabilities().stream()
                        .filter(capability -> !USUAL.contains(capability))
                        .map(capability -> reason(
                                "its container has the capability " + capability,
                                workload,
                                key,
                                Hardening.withoutCapability(capability, key)));
        Stream<Reason> paths = graph.targets(key, RelationType.MOUNTS, Volume.class).stream()
                .filter(volume -> "hostPath".equals(volume.type()))
                .map(volume -> reason(
                        "it mounts a path of its node",
                        workload,
                        volume.key(),
                        Hardening.withoutHostPath(volume.path(), key)));
        return Stream.of(privileged, capabilities, paths).flatMap(s -> s);
    }

    private static Reason reason(String statement, Workload workload, AssetKey by, String remedy) {
        return new Reason(Evidence.of(statement, workload.key(), by), remedy);
    }

    private record Reason(Evidence evidence, String remedy) {}
}
