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
import dev.throughline.model.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A way out of a container, onto every node that pods of its workload run on. An attacker is taken to be in any one
 * container of a pod: where only some of several let them out, it is one class less likely, unless the containers share
 * their processes. Containers that have ended before the others start let nobody out.
 */
abstract class ContainerEscape implements AttackEdge {
    private static final List<String> HARDENS =
            List.of("enforce the Pod Security Standard \"baseline\" on the namespace");

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        derive(situation, steps, this::escape);
    }

    /** The way out of a container, if there is one. */
    abstract Optional<Escape> escape(Sandbox sandbox);

    final void derive(
            AttackSituation situation, Consumer<AttackStep> steps, Function<Sandbox, Optional<Escape>> escape) {
        RiskGraph graph = situation.graph();
        graph.assets(Workload.class)
                .forEach(workload -> easiest(graph, workload, escape)
                        .ifPresent(way -> emit(workload, way, Scheduled.nodesOf(graph, workload.key()), steps)));
    }

    private void emit(Workload workload, Escape way, Set<AssetKey> nodes, Consumer<AttackStep> steps) {
        Evidence evidence = Evidence.of(way.statement(), workload.key(), way.by());
        List<String> breaks = List.of(way.fix());
        for (AssetKey node : nodes) {
            steps.accept(new AttackStep(
                    workload.key(),
                    name(),
                    node,
                    techniques(),
                    way.likelihood().probability(),
                    evidence,
                    breaks,
                    HARDENS));
        }
    }

    /** The easiest way out of any of its containers, which is closed only when all are. */
    private static Optional<Escape> easiest(
            RiskGraph graph, Workload workload, Function<Sandbox, Optional<Escape>> escape) {
        List<Escape> escapes = new ArrayList<>();
        int containers = 0;
        for (Container container : graph.targets(workload.key(), RelationType.CONTAINS, Container.class)) {
            if (!"init".equals(container.type())) {
                containers++;
                escape.apply(new Sandbox(graph, workload, container)).ifPresent(escapes::add);
            }
        }
        boolean anyContainer = escapes.size() == containers || Boolean.TRUE.equals(workload.shareProcessNamespace());
        String fix = escapes.stream().map(Escape::fix).distinct().collect(Collectors.joining(" and "));
        return escapes.stream()
                .min(Comparator.comparing(Escape::likelihood).thenComparing(Escape::by))
                .map(way -> new Escape(
                        way.by(),
                        anyContainer ? way.likelihood() : way.likelihood().lowered(),
                        way.statement(),
                        fix));
    }

    /**
     * A way out of a container.
     *
     * @param by the container or volume that opens it
     * @param likelihood how likely it works
     * @param statement one sentence that says why
     * @param fix what closes it
     */
    record Escape(AssetKey by, Likelihood likelihood, String statement, String fix) {}
}
