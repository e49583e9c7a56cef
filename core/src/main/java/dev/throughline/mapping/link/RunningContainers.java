package dev.throughline.mapping.link;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Container;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * What runs an image by the word of its runtime. What a tag points at now need not be what was pulled, so only who names a
 * digest counts.
 */
final class RunningContainers {
    private RunningContainers() {}

    /** Whether a workload or cloud resource runs the image, by one of its digests. */
    static boolean isObserved(RiskGraph graph, AssetKey runner, Set<AssetKey> image) {
        boolean[] observed = {false};
        visit(graph, runner, image, part -> observed[0] = true);
        return observed[0];
    }

    /** Names of the containers of a workload that do. */
    static List<String> names(RiskGraph graph, AssetKey workload, Set<AssetKey> image) {
        List<String> names = new ArrayList<>(1);
        visit(graph, workload, image, part -> {
            if (graph.asset(part) instanceof Container) {
                String path = graph.key(part).value();
                names.add(path.substring(path.lastIndexOf('/') + 1));
            }
        });
        return names;
    }

    /** Shows the runner and those of its containers that name the image. */
    private static void visit(RiskGraph graph, AssetKey runner, Set<AssetKey> image, IntConsumer visitor) {
        int number = graph.number(runner);
        visitIf(graph, number, image, visitor);
        graph.visitTargets(number, RelationType.CONTAINS, part -> {
            if (graph.asset(part) instanceof Container) {
                visitIf(graph, part, image, visitor);
            }
        });
    }

    private static void visitIf(RiskGraph graph, int number, Set<AssetKey> image, IntConsumer visitor) {
        boolean[] runs = {false};
        graph.visitTargets(number, RelationType.CREATED_FROM, wanted -> runs[0] |= image.contains(graph.key(wanted)));
        if (runs[0]) {
            visitor.accept(number);
        }
    }
}
