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
import dev.throughline.model.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A way out of a container, onto every node that pods of its workload run on. An attacker is taken to be in any one
 * container of a pod: where only some of several let them out, it is one class less likely, unless the containers share
 * their processes. Containers that have ended before the others start let nobody out.
 */
abstract class ContainerEscape implements AttackEdge {
    private static final List<String> HARDENS =
            List.of("enforce the Pod Security Standard \"baseline\" on the namespace");

    private static final Comparator<Escape> EASIEST_FIRST =
            Comparator.comparing(Escape::likelihood).thenComparing(Escape::by);
    private static final int MOST_CHOICES = 64;

    @Override
    public void derive(AttackSituation situation, Consumer<AttackStep> steps) {
        derive(situation, steps, this::escapes);
    }

    /** The ways out of a container, each of which is closed by itself. */
    abstract List<Escape> escapes(Sandbox sandbox);

    final void derive(AttackSituation situation, Consumer<AttackStep> steps, Function<Sandbox, List<Escape>> escapes) {
        RiskGraph graph = situation.graph();
        graph.assets(Workload.class).forEach(workload -> {
            List<Alternative> ways = ways(graph, workload, escapes);
            if (!ways.isEmpty()) {
                Alternatives all = new Alternatives(
                        Evidence.of("", workload.key()), List.of(), HARDENS, Alternatives.sorted(ways));
                AttackStep out = all.step(workload.key(), this, workload.key());
                Scheduled.nodesOf(graph, workload.key()).forEach(node -> steps.accept(out.leadingTo(node)));
            }
        });
    }

    /** Those out of any of its containers. */
    private static List<Alternative> ways(RiskGraph graph, Workload workload, Function<Sandbox, List<Escape>> escapes) {
        List<List<Escape>> open = new ArrayList<>();
        int containers = 0;
        for (Container container : graph.targets(workload.key(), RelationType.CONTAINS, Container.class)) {
            if (!"init".equals(container.type())) {
                containers++;
                List<Escape> ofThis = escapes.apply(new Sandbox(graph, workload, container));
                if (!ofThis.isEmpty()) {
                    open.add(ofThis);
                }
            }
        }
        boolean anyContainer = containers < 2 || Boolean.TRUE.equals(workload.shareProcessNamespace());
        List<Alternative> ways = new ArrayList<>();
        open.stream()
                .flatMap(List::stream)
                .map(escape -> anyContainer ? escape.way() : escape.lowered())
                .forEach(ways::add);
        if (!anyContainer && open.size() == containers) {
            ways.addAll(together(open));
        }
        return ways;
    }

    /**
     * As long as each container lets an attacker out, it does not matter which one they are in: one alternative for each choice
     * of a way out of every container, the first of very many.
     */
    private static List<Alternative> together(List<List<Escape>> open) {
        List<Escape> chosen = List.of();
        for (List<Escape> ofOne : open) {
            List<Escape> before = chosen;
            chosen = before.isEmpty()
                    ? ofOne
                    : before.stream()
                            .flatMap(first -> ofOne.stream().map(first::and))
                            .limit(MOST_CHOICES)
                            .toList();
        }
        return chosen.stream().map(Escape::way).toList();
    }

    /**
     * A way out of a container.
     *
     * @param by the container or volume that opens it
     * @param likelihood how likely it works
     * @param statement one sentence that says why
     * @param breaks what closes it, each by itself
     */
    record Escape(AssetKey by, Likelihood likelihood, String statement, List<String> breaks) {
        private Escape and(Escape other) {
            boolean easier = EASIEST_FIRST.compare(this, other) <= 0;
            List<String> either = Stream.concat(breaks.stream(), other.breaks.stream())
                    .distinct()
                    .toList();
            return easier
                    ? new Escape(by, likelihood, statement, either)
                    : new Escape(other.by, other.likelihood, other.statement, either);
        }

        private Alternative way() {
            return Alternative.of(likelihood, Evidence.of(statement, by), breaks);
        }

        private Alternative lowered() {
            return Alternative.of(likelihood.lowered(), Evidence.of(statement, by), breaks);
        }
    }
}
