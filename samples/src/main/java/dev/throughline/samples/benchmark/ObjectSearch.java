package dev.throughline.samples.benchmark;

import dev.throughline.attack.AttackStep;
import dev.throughline.model.AssetKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Dijkstra's algorithm as one would first write it: maps of lists of objects, and a queue of entries. */
final class ObjectSearch {
    private final Map<AssetKey, List<AttackStep>> steps = new HashMap<>();

    ObjectSearch(Collection<AttackStep> all) {
        all.forEach(step ->
                steps.computeIfAbsent(step.from(), k -> new ArrayList<>()).add(step));
    }

    Map<AssetKey, Double> costsFrom(Collection<AssetKey> entries) {
        Map<AssetKey, Double> costs = new HashMap<>();
        PriorityQueue<Map.Entry<AssetKey, Double>> open = new PriorityQueue<>(Map.Entry.comparingByValue());
        for (AssetKey entry : entries) {
            costs.put(entry, 0.0);
            open.add(Map.entry(entry, 0.0));
        }
        while (!open.isEmpty()) {
            Map.Entry<AssetKey, Double> at = open.remove();
            if (at.getValue() > costs.getOrDefault(at.getKey(), Double.MAX_VALUE)) {
                continue;
            }
            for (AttackStep step : steps.getOrDefault(at.getKey(), List.of())) {
                double cost = at.getValue() - Math.log(step.probability());
                if (cost < costs.getOrDefault(step.to(), Double.MAX_VALUE)) {
                    costs.put(step.to(), cost);
                    open.add(Map.entry(step.to(), cost));
                }
            }
        }
        return costs;
    }
}
