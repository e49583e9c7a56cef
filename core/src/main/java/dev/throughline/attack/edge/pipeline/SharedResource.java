package dev.throughline.attack.edge.pipeline;

import dev.throughline.model.AssetKey;
import dev.throughline.model.RelationType;
import dev.throughline.model.RiskGraph;
import dev.throughline.model.SecureFile;
import dev.throughline.model.ServiceConnection;
import dev.throughline.model.VariableGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * A resource that is open to all pipelines of its project.
 *
 * @param key key of the resource
 * @param gate the checks before it
 */
record SharedResource(AssetKey key, CheckGate gate) {
    static List<SharedResource> of(RiskGraph graph, AssetKey project) {
        List<SharedResource> shared = new ArrayList<>();
        for (ServiceConnection c : graph.targets(project, RelationType.CONTAINS, ServiceConnection.class)) {
            if (Boolean.TRUE.equals(c.openToAllPipelines())) {
                shared.add(new SharedResource(c.key(), CheckGate.of(c.requiredApprovers(), c.protectedBranchesOnly())));
            }
        }
        for (VariableGroup g : graph.targets(project, RelationType.CONTAINS, VariableGroup.class)) {
            if (Boolean.TRUE.equals(g.openToAllPipelines())) {
                shared.add(new SharedResource(g.key(), CheckGate.of(g.requiredApprovers(), g.protectedBranchesOnly())));
            }
        }
        for (SecureFile f : graph.targets(project, RelationType.CONTAINS, SecureFile.class)) {
            if (Boolean.TRUE.equals(f.openToAllPipelines())) {
                shared.add(new SharedResource(f.key(), CheckGate.UNKNOWN));
            }
        }
        return shared;
    }
}
