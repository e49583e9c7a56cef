package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudResource;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.VirtualMachine;

/** {@code Microsoft.Compute/virtualMachines} and {@code virtualMachineScaleSets}. */
final class MachineReader {
    private MachineReader() {}

    static void machine(Resource resource, FactSink sink) {
        sink.accept(new VirtualMachine(resource.key(), resource.name(), null, null, null, resource.tags()));
        for (Fields card : resource.properties().object("networkProfile").list("networkInterfaces")) {
            sink.accept(new Relation(ArmId.key(card.requiredText("id")), RelationType.ROUTES_TO, resource.key()));
        }
    }

    /** Its interfaces are described in it; each instance gets them, so they stand for those of all instances. */
    static void scaleSet(Resource resource, FactSink sink) {
        sink.accept(new VirtualMachine(resource.key(), resource.name(), null, null, null, resource.tags()));
        Fields profile = Resource.properties(resource.fields()).object("virtualMachineProfile");
        for (Fields card : profile.object("networkProfile").list("networkInterfaceConfigurations")) {
            AssetKey key = AssetKey.of(
                    AssetKind.CLOUD_RESOURCE,
                    ArmId.canonical(resource.id() + "/networkInterfaceConfigurations/" + card.requiredText("name")));
            sink.accept(new CloudResource(key, card.text("name"), InterfaceReader.TYPE, null));
            sink.accept(new Relation(key, RelationType.ROUTES_TO, resource.key()));
            InterfaceReader.wiring(key, Resource.properties(card), sink);
        }
    }
}
