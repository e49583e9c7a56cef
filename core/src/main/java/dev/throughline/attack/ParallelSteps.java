package dev.throughline.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes one step of those that lead from one asset to another by the same edge, such as two roles that grant the same. The
 * most likely one stands for all, which are its alternatives.
 */
final class ParallelSteps {
    private static final Comparator<AttackStep> MOST_LIKELY_FIRST = Comparator.comparing(AttackStep::from)
            .thenComparing(AttackStep::to)
            .thenComparing(AttackStep::edge)
            .thenComparing(AttackStep::probability, Comparator.reverseOrder())
            .thenComparing(step -> step.evidence().toString())
            .thenComparing(step -> step.evidence().assets().toString())
            .thenComparing(step -> step.evidence().fields().toString());

    private static final Comparator<AttackStep> IN_ORDER = Comparator.comparing(AttackStep::from)
            .thenComparing(AttackStep::to)
            .thenComparing(AttackStep::probability, Comparator.reverseOrder())
            .thenComparing(AttackStep::edge);

    private ParallelSteps() {}

    /**
     * Joins parallel steps and leaves out those that lead from an asset to itself. The result is ordered by start, end, falling
     * probability and edge, whatever the order of the steps.
     */
    static AttackStep[] joined(Collection<AttackStep> steps) {
        AttackStep[] sorted = steps.stream()
                .filter(step -> !step.from().equals(step.to()))
                .sorted(MOST_LIKELY_FIRST)
                .toArray(AttackStep[]::new);
        List<AttackStep> joined = new ArrayList<>(sorted.length);
        for (int start = 0; start < sorted.length; ) {
            int end = start + 1;
            while (end < sorted.length && parallel(sorted[start], sorted[end])) {
                end++;
            }
            joined.add(
                    end == start + 1
                            ? sorted[start]
                            : join(Arrays.asList(sorted).subList(start, end)));
            start = end;
        }
        joined.sort(IN_ORDER);
        return joined.toArray(AttackStep[]::new);
    }

    private static boolean parallel(AttackStep a, AttackStep b) {
        return a.from().equals(b.from()) && a.to().equals(b.to()) && a.edge().equals(b.edge());
    }

    private static AttackStep join(List<AttackStep> parallel) {
        AttackStep best = parallel.get(0);
        List<Alternative> each = new ArrayList<>();
        Set<List<String>> breaks = new HashSet<>();
        for (AttackStep step : parallel) {
            // What is broken by the same and is less likely never counts.
            if (breaks.add(step.breaks())) {
                each.add(new Alternative(step.probability(), step.evidence(), step.breaks(), step.hardens(), Set.of()));
            }
        }
        return each.size() == 1
                ? best
                : Alternatives.of(each).step(best.from(), best.edge(), best.to(), best.techniques());
    }
}
