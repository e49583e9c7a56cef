package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudAccount;
import dev.throughline.model.CloudResource;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;

/** Subscriptions and management groups, and which holds which. */
final class ContainerFacts {
    private static final String GROUPS = "/providers/Microsoft.Management/managementGroups/";

    private ContainerFacts() {}

    static void subscription(Resource resource, FactSink sink) {
        String name = resource.fields().text("displayName");
        sink.accept(new CloudAccount(resource.key(), name == null ? resource.name() : name, "azure"));
        String parent = null;
        // Azure Resource Graph lists the nearest management group first.
        for (Fields ancestor : resource.properties().list("managementGroupAncestorsChain")) {
            AssetKey group = ArmId.key(GROUPS + ancestor.requiredText("name"));
            sink.accept(new CloudResource(
                    group, ancestor.text("displayName"), "microsoft.management/managementgroups", null));
            sink.accept(
                    new Relation(group, RelationType.CONTAINS, parent == null ? resource.key() : ArmId.key(parent)));
            parent = group.value();
        }
    }

    static void managementGroup(Resource resource, FactSink sink) {
        String name = resource.properties().text("displayName");
        sink.accept(new CloudResource(
                resource.key(), name == null ? resource.name() : name, resource.type(), resource.tags()));
        String parent = Resource.reference(resource.properties().object("details"), "parent");
        if (parent != null) {
            sink.accept(new Relation(ArmId.key(parent), RelationType.CONTAINS, resource.key()));
        }
        for (Fields child : resource.properties().list("children")) {
            String id = child.text("id");
            if (id != null) {
                sink.accept(new Relation(resource.key(), RelationType.CONTAINS, ArmId.key(id)));
            }
        }
    }
}
