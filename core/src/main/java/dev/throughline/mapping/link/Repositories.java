package dev.throughline.mapping.link;

import dev.throughline.model.AssetKey;
import dev.throughline.model.Repository;
import dev.throughline.model.RiskGraph;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The repositories that a graph holds, by the part of their address that follows the host. */
final class Repositories {
    /** Null for a path that repositories on several hosts have. */
    private final Map<String, @Nullable AssetKey> byPath = new HashMap<>();

    Repositories(RiskGraph graph) {
        graph.assets(Repository.class).forEach(repository -> {
            String address = repository.key().value();
            String path = address.substring(address.indexOf('/') + 1);
            byPath.put(path, byPath.containsKey(path) ? null : repository.key());
        });
    }

    /** The only repository with a path, such as {@code acme/shop}, in lower case. */
    @Nullable
    AssetKey at(String path) {
        return byPath.get(path);
    }
}
