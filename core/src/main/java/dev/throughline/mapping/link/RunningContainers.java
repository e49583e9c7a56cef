package dev.throughline.mapping.link;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Container;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the runtime of a workload says of an image. What a tag points at now need not be what was pulled, so only who names a
 * digest counts.
 *
 * @param isObserved whether the workload runs the image, by one of its digests
 * @param names names of the containers that do
 */
record RunningContainers(boolean isObserved, List<String> names) {
    static RunningContainers of(RiskGraph graph, AssetKey workload, Set<AssetKey> image) {
        int number = graph.number(workload);
        boolean[] observed = {runs(graph, number, image)};
        List<String> names = new ArrayList<>();
        graph.visitTargets(number, RelationType.CONTAINS, part -> {
            if (graph.asset(part) instanceof Container && runs(graph, part, image)) {
                observed[0] = true;
                String path = graph.key(part).value();
                names.add(path.substring(path.lastIndexOf('/') + 1));
            }
        });
        return new RunningContainers(observed[0], names);
    }

    private static boolean runs(RiskGraph graph, int number, Set<AssetKey> image) {
        boolean[] runs = {false};
        graph.visitTargets(number, RelationType.CREATED_FROM, wanted -> runs[0] |= image.contains(graph.key(wanted)));
        return runs[0];
    }
}
