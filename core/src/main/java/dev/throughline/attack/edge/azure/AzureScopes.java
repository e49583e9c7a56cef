package dev.throughline.attack.edge.azure;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The resources of some types, and which of them lie at or below a scope. */
final class AzureScopes {
    private final RiskGraph graph;

    /** By type, and by the text of their keys. */
    private final Map<String, NavigableMap<String, AssetKey>> resources = new HashMap<>();

    private final Map<Place, List<AssetKey>> known = new HashMap<>();

    AzureScopes(RiskGraph graph, Set<String> types) {
        this.graph = graph;
        types.forEach(type -> resources.put(type, new TreeMap<>()));
        for (int i = 0; i < graph.size(); i++) {
            AssetKey key = graph.key(i);
            NavigableMap<String, AssetKey> ofType = resources.get(AzureTypes.of(key));
            if (ofType != null) {
                ofType.put(key.text(), key);
            }
        }
    }

    /** The resources of one of the types that lie in the scope of a role. */
    List<AssetKey> within(AzureRole role, String type) {
        return known.computeIfAbsent(
                new Place(role.scope(), type), place -> within(role, resources.getOrDefault(type, new TreeMap<>())));
    }

    private List<AssetKey> within(AzureRole role, NavigableMap<String, AssetKey> ofType) {
        List<AssetKey> within = new ArrayList<>();
        for (String prefix : role.prefixes(graph)) {
            AssetKey itself = ofType.get(prefix);
            if (itself != null) {
                within.add(itself);
            }
            within.addAll(ofType.subMap(prefix + "/", prefix + "0").values()); // 0 follows the slash
        }
        return within;
    }

    private record Place(AssetKey scope, String type) {}
}
