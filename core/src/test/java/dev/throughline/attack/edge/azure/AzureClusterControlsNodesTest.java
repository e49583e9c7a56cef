package dev.throughline.attack.edge.azure;

import static dev.throughline.attack.edge.azure.AzureEstate.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AzureClusterControlsNodesTest {
    @Test
    void aClusterLeadsToTheMachinesOfItsNodeGroup() {
        AssetKey cluster = resource("containerservice/managedclusters/prod");
        AssetKey nodes = new AssetKey("cloud:/subscriptions/s/resourcegroups/mc");
        AssetKey machines = new AssetKey(nodes.text() + "/providers/microsoft.compute/virtualmachinescalesets/pool");
        AzureEstate estate = new AzureEstate()
                .with(AssetKind.CLOUD_RESOURCE, cluster)
                .with(AssetKind.VIRTUAL_MACHINE, resource("compute/virtualmachines/other"));
        estate.facts
                .relation(cluster, RelationType.CONTAINS, nodes)
                .asset(AssetKind.VIRTUAL_MACHINE, machines, Map.of("name", "pool"));

        assertThat(estate.steps("AzureClusterControlsNodes")).containsExactly(cluster + " " + machines);
    }
}
