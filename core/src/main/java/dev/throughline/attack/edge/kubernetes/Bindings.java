package dev.throughline.attack.edge.kubernetes;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RbacRule;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.Role;
import dev.throughline.model.RoleBinding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the role bindings of all clusters, each rule once. */
final class Bindings {
    /** Stands in keys for no namespace. */
    private static final String CLUSTER_WIDE = "-";

    private Bindings() {}

    /** The bindings whose role is known, in the order of their keys. */
    static List<Binding> of(RiskGraph graph) {
        Map<AssetKey, List<RbacRule>> rules = new HashMap<>();
        List<Binding> bindings = new ArrayList<>();
        graph.assets(RoleBinding.class).forEach(binding -> {
            String[] parts = binding.key().value().split("/", 3);
            for (Role role : graph.targets(binding.key(), RelationType.BINDS, Role.class)) {
                List<String> texts = role.rules();
                if (texts != null && parts.length == 3) {
                    bindings.add(new Binding(
                            binding.key(),
                            role.key(),
                            rules.computeIfAbsent(
                                    role.key(),
                                    r -> texts.stream().map(RbacRule::parse).toList()),
                            parts[0],
                            parts[1].equals(CLUSTER_WIDE) ? Binding.EVERYWHERE : parts[1]));
                }
            }
        });
        return bindings;
    }
}
