package dev.throughline.risk.factor;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Evidence;
import dev.throughline.model.Pod;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.RoleBinding;
import dev.throughline.model.Workload;
import dev.throughline.risk.Factor;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.Situation;
import dev.throughline.risk.Verdict;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Whoever takes the asset can go on: it lies in the middle of an attack path, or holds an identity or a secret with reach
 * beyond itself. The proof is the first onward step. A workload without such a step moves nobody, provided that the role
 * bindings of its cluster were read.
 */
final class LateralMovement implements RiskFactor {
    @Override
    public Factor factor() {
        return Factor.LATERAL_MOVEMENT;
    }

    @Override
    public void judge(Situation situation, Consumer<Verdict> verdicts) {
        situation.movement().onward().forEach((asset, step) -> {
            boolean onPath = situation.movement().steppingStones().contains(asset);
            verdicts.accept(Verdict.yes(asset, factor(), step.with("onAttackPath", String.valueOf(onPath))));
        });
        Set<String> clustersWithRoles = situation
                .graph()
                .assets(RoleBinding.class)
                .map(binding -> cluster(binding.key()))
                .collect(Collectors.toSet());
        situation
                .graph()
                .assets(Workload.class)
                .filter(workload -> !situation.movement().onward().containsKey(workload.key()))
                .forEach(workload -> verdicts.accept(
                        without(situation.graph(), workload, clustersWithRoles.contains(cluster(workload.key())))));
    }

    private Verdict without(RiskGraph graph, Workload workload, boolean rolesRead) {
        if (!rolesRead) {
            return Verdict.unknown(workload.key(), factor(), "the role bindings of its cluster were not read");
        }
        boolean scheduled = graph.targets(workload.key(), RelationType.CONTAINS, Pod.class).stream()
                .anyMatch(pod ->
                        !graph.outgoing(pod.key(), RelationType.SCHEDULED_ON).isEmpty());
        return !scheduled && PrivilegedWorkload.isKnown(graph, workload)
                ? Verdict.unknown(
                        workload.key(),
                        factor(),
                        "its containers may leave their sandbox, and the nodes it runs on were not read")
                : Verdict.no(
                        workload.key(),
                        factor(),
                        Evidence.of(
                                "its identity holds no role, no secret it mounts is known to open anything, "
                                        + "and its containers cannot leave their sandbox",
                                workload.key()));
    }

    private static String cluster(AssetKey key) {
        return key.value().substring(0, key.value().indexOf('/'));
    }
}
