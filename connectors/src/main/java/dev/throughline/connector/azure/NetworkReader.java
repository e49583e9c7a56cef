package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudResource;
import dev.throughline.model.Network;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.Subnet;
import java.util.ArrayList;
import java.util.List;

/** {@code Microsoft.Network/virtualNetworks} with their subnets, and {@code privateEndpoints}. */
final class NetworkReader {
    private NetworkReader() {}

    static void network(Resource resource, FactSink sink) {
        sink.accept(new Network(resource.key(), resource.name(), resource.tags()));
        for (Fields part : resource.properties().list("subnets")) {
            Resource subnet = Resource.of(part, part.requiredText("id"));
            subnet(subnet, sink);
            sink.accept(new Relation(resource.key(), RelationType.CONTAINS, subnet.key()));
        }
    }

    static void subnet(Resource resource, FactSink sink) {
        Fields properties = resource.properties();
        List<String> ranges = new ArrayList<>(properties.strings("addressPrefixes"));
        String only = properties.text("addressPrefix");
        if (only != null && !ranges.contains(only)) {
            ranges.add(only);
        }
        sink.accept(new Subnet(resource.key(), resource.name(), ranges, resource.tags()));
        String group = Resource.reference(properties, "networkSecurityGroup");
        if (group != null) {
            sink.accept(new Relation(resource.key(), RelationType.GUARDED_BY, ArmId.key(group)));
        }
    }

    /** A private way in; that there is one does not close the public one. */
    static void privateEndpoint(Resource resource, FactSink sink) {
        AssetKey key = resource.key();
        sink.accept(new CloudResource(key, resource.name(), resource.type(), resource.tags()));
        for (Fields part : resource.properties().list("privateLinkServiceConnections")) {
            String target = Resource.properties(part).text("privateLinkServiceId");
            if (target != null && !target.isEmpty()) {
                sink.accept(new Relation(key, RelationType.ROUTES_TO, ArmId.key(target)));
            }
        }
    }
}
