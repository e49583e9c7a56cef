package dev.throughline;

import dev.throughline.attack.AttackOverlay;
import dev.throughline.attack.AttackPath;
import dev.throughline.attack.AttackStep;
import dev.throughline.attack.PathFinder;
import dev.throughline.finding.Finding;
import dev.throughline.finding.FindingReporter;
import dev.throughline.mapping.Mapping;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Evidence;
import dev.throughline.model.RiskGraph;
import dev.throughline.risk.FactorIndex;
import dev.throughline.risk.Movement;
import dev.throughline.risk.RiskFactor;
import dev.throughline.risk.Situation;
import dev.throughline.risk.Verdict;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What follows from attack steps and paths: the stages behind them, which a what-if runs again.
 *
 * @param graph the facts
 * @param mapping which code runs where
 * @param estate the factors that do not depend on how attackers move
 * @param ofMovement the rules of those that do
 * @param at the time of the assessment
 */
record Consequences(RiskGraph graph, Mapping mapping, FactorIndex estate, List<RiskFactor> ofMovement, Instant at) {
    private static final Set<AssetKind> NOT_MOVING = Set.of(
            AssetKind.INTERNET,
            AssetKind.CLUSTER,
            AssetKind.NAMESPACE,
            AssetKind.ROLE_BINDING,
            AssetKind.KUBERNETES_SUBJECT,
            AssetKind.ORGANIZATION,
            AssetKind.PROJECT,
            AssetKind.REPOSITORY,
            AssetKind.BRANCH,
            AssetKind.PIPELINE,
            AssetKind.CONTAINER_IMAGE,
            AssetKind.IMAGE_INDEX);

    /** The same, if some verdicts were others. */
    Consequences with(Collection<Verdict> changed) {
        return new Consequences(graph, mapping, estate.with(changed), ofMovement, at);
    }

    FactorIndex factors(AttackOverlay attacks, Collection<AttackPath> paths) {
        return estate.and(new Situation(graph, mapping, movement(attacks, paths), at), ofMovement);
    }

    List<Finding> findings(FactorIndex factors, PathFinder fromOutside, Collection<AttackPath> paths) {
        return new FindingReporter(graph, mapping, factors, fromOutside, paths).findings();
    }

    /**
     * From each workload, node, identity or credential, the first step that leads on. A step to an identity or a secret that
     * opens nothing ends at once; that code becomes a workload is its purpose, not a movement; and what a binding allows moves
     * those who are bound, not the binding.
     */
    private Movement movement(AttackOverlay attacks, Collection<AttackPath> paths) {
        Map<AssetKey, Evidence> onward = new HashMap<>();
        for (AttackStep step : attacks.steps()) {
            boolean isHolder =
                    step.to().mayBe(AssetKind.SERVICE_ACCOUNT) || step.to().mayBe(AssetKind.SECRET_OBJECT);
            boolean leadsOn = !isHolder || attacks.leadsOn(step.to());
            if (leadsOn && NOT_MOVING.stream().noneMatch(step.from()::mayBe)) {
                onward.putIfAbsent(
                        step.from(),
                        new Evidence(
                                step.evidence().statement(),
                                List.of(step.from(), step.to()),
                                Map.of("edge", step.edge())));
            }
        }
        Set<AssetKey> steppingStones = new HashSet<>();
        for (AttackPath path : paths) {
            path.steps().stream().skip(1).forEach(step -> steppingStones.add(step.from()));
        }
        return new Movement(onward, steppingStones, OpenedStores.of(graph, estate, attacks.steps()));
    }
}
