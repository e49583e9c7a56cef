package dev.throughline.attack.edge.azure;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RiskGraph;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Types of resources, which their ids tell. */
final class AzureTypes {
    private static final String PROVIDERS = "/providers/";

    private AzureTypes() {}

    /** The type of a resource in lower case, such as {@code microsoft.web/sites}; empty for what is none. */
    static String of(AssetKey key) {
        int provider = key.text().startsWith("cloud:/") ? key.text().lastIndexOf(PROVIDERS) : -1;
        if (provider < 0) {
            return "";
        }
        String[] path = key.text().substring(provider + PROVIDERS.length()).split("/", -1);
        StringBuilder type = new StringBuilder(path[0]);
        for (int i = 1; i < path.length; i += 2) {
            type.append('/').append(path[i]);
        }
        return type.toString();
    }

    /** The resources of some types, by the text of their keys. */
    static NavigableMap<String, AssetKey> resources(RiskGraph graph, Set<String> types) {
        NavigableMap<String, AssetKey> resources = new TreeMap<>();
        for (int i = 0; i < graph.size(); i++) {
            AssetKey key = graph.key(i);
            if (types.contains(of(key))) {
                resources.put(key.text(), key);
            }
        }
        return resources;
    }
}
