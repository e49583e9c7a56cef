package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudResource;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;

/** {@code Microsoft.ContainerService/managedClusters}: the cluster as its cloud sees it, and the group of its nodes. */
final class ClusterReader {
    private ClusterReader() {}

    static void read(Resource resource, FactSink sink) {
        sink.accept(new CloudResource(resource.key(), resource.name(), resource.type(), resource.tags()));
        String nodes = resource.properties().text("nodeResourceGroup");
        int group = resource.id().indexOf("/resourcegroups/");
        if (nodes != null && group > 0) {
            AssetKey key = ArmId.key(resource.id().substring(0, group) + "/resourcegroups/" + nodes);
            sink.accept(new Relation(resource.key(), RelationType.CONTAINS, key));
        }
    }
}
