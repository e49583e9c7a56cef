package dev.throughline.attack.edge.kubernetes;

import dev.throughline.Estate;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;

/** A workload on a node that a cloud says is {@code providerId}, and a machine of that cloud with an identity. */
final class NodeMachine {
    static final AssetKey IDENTITY = AssetKey.parse("cloud:identity-of-nodes");

    private NodeMachine() {}

    static Estate estate(String providerId, String machine, boolean hostNetwork, boolean session) {
        AssetKey key = AssetKey.of(AssetKind.VIRTUAL_MACHINE, machine);
        return new Estate()
                .deployment("api", Map.of("hostNetwork", hostNetwork))
                .scheduled("api", "n1")
                .node("n1", Map.of("providerId", providerId))
                .asset(AssetKind.VIRTUAL_MACHINE, key, Map.of("metadataTokenRequired", session))
                .relation(key, RelationType.RUNS_AS, IDENTITY);
    }
}
