package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudResource;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Microsoft.Network/networkInterfaces}: what leads to a machine, and what filters it on the way. */
final class InterfaceReader {
    static final String TYPE = "microsoft.network/networkinterfaces";

    private InterfaceReader() {}

    static void read(Resource resource, FactSink sink) {
        sink.accept(new CloudResource(resource.key(), resource.name(), TYPE, resource.tags()));
        wiring(resource.key(), resource.properties(), sink);
        String machine = Resource.reference(resource.properties(), "virtualMachine");
        if (machine != null) {
            AssetKey key = ArmId.key(machine);
            sink.accept(new VirtualMachine(key, null, null, privateAddresses(resource.properties()), null, null));
            sink.accept(new Relation(resource.key(), RelationType.ROUTES_TO, key));
        }
    }

    static void wiring(AssetKey card, Fields properties, FactSink sink) {
        relate(card, RelationType.GUARDED_BY, Resource.reference(properties, "networkSecurityGroup"), sink);
        for (Fields part : properties.list("ipConfigurations")) {
            Fields configuration = Resource.properties(part);
            relate(Resource.reference(configuration, "subnet"), RelationType.CONTAINS, card, sink);
            relate(Resource.reference(configuration, "publicIPAddress"), RelationType.ROUTES_TO, card, sink);
            for (Fields group : configuration.list("applicationSecurityGroups")) {
                relate(card, RelationType.MEMBER_OF, group.text("id"), sink);
            }
            for (String pools : List.of("loadBalancerBackendAddressPools", "applicationGatewayBackendAddressPools")) {
                for (Fields pool : configuration.list(pools)) {
                    relate(pool.text("id"), RelationType.ROUTES_TO, card, sink);
                }
            }
            if (configuration.has("publicIPAddressConfiguration")) { // each instance of a scale set has one of its own
                AssetKey address = ArmId.key(card.value() + "/publicipaddresses/"
                        + configuration.object("publicIPAddressConfiguration").requiredText("name"));
                PublicAddressReader.defaults(address, "Standard", sink);
                sink.accept(new CloudResource(address, null, PublicAddressReader.TYPE, null));
                sink.accept(new Relation(address, RelationType.ROUTES_TO, card));
            }
        }
    }

    private static List<String> privateAddresses(Fields properties) {
        List<String> addresses = new ArrayList<>();
        for (Fields part : properties.list("ipConfigurations")) {
            String address = Resource.properties(part).text("privateIPAddress");
            if (address != null) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private static void relate(@Nullable String from, RelationType type, AssetKey to, FactSink sink) {
        if (from != null) {
            sink.accept(new Relation(ArmId.key(from), type, to));
        }
    }

    private static void relate(AssetKey from, RelationType type, @Nullable String to, FactSink sink) {
        if (to != null) {
            sink.accept(new Relation(from, type, ArmId.key(to)));
        }
    }
}
