package dev.throughline.attack;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The remedies of paths: which break one, which only harden it, and for how many each does. */
final class Remedies {
    private final Map<String, Integer> broken = new HashMap<>();
    private final Map<String, Integer> hardened = new HashMap<>();

    /** Counts the paths that each remedy breaks, and those it hardens. */
    Remedies(Collection<AttackPath> best) {
        for (AttackPath path : best) {
            path.breaks().forEach(remedy -> broken.merge(remedy, 1, Integer::sum));
            path.hardens().forEach(remedy -> hardened.merge(remedy, 1, Integer::sum));
        }
    }

    /** What takes one of the steps away, each once, in the order of the steps. */
    static List<String> breaking(List<AttackStep> steps) {
        return steps.stream().flatMap(step -> step.breaks().stream()).distinct().toList();
    }

    /** What makes one of the steps less likely and takes none away, each once, in the order of the steps. */
    static List<String> hardening(List<AttackStep> steps) {
        Set<String> hardens = new LinkedHashSet<>();
        steps.forEach(step -> hardens.addAll(step.hardens()));
        steps.forEach(step -> step.breaks().forEach(hardens::remove));
        return List.copyOf(hardens);
    }

    /** A path with its remedies in the order of how many paths they do the same for, and of the steps where that is equal. */
    AttackPath ranked(AttackPath path) {
        return path.withRemedies(mostFirst(path.breaks(), broken), mostFirst(path.hardens(), hardened));
    }

    private static List<String> mostFirst(List<String> remedies, Map<String, Integer> paths) {
        return remedies.stream()
                .sorted(Comparator.comparing((String remedy) -> paths.getOrDefault(remedy, 0))
                        .reversed())
                .toList();
    }
}
