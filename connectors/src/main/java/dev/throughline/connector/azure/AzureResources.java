package dev.throughline.connector.azure;

import dev.throughline.connector.support.ArmId;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudResource;

/** For connectors that know resources of Azure from elsewhere: the same keys and the same facts as {@link AzureConnector}. */
public final class AzureResources {
    private AzureResources() {}

    /**
     * The key of a resource or subscription.
     *
     * @param id its id of Azure Resource Manager
     * @return {@code cloud:/subscriptions/…}, in lower case
     * @throws IllegalArgumentException if it is not such an id
     */
    public static AssetKey key(String id) {
        return ArmId.key(id);
    }

    /**
     * The key of an object of an Entra directory.
     *
     * @param id its object id
     * @return {@code cloud:entra/…}, in lower case
     * @throws IllegalArgumentException if it is blank
     */
    public static AssetKey object(String id) {
        return EntraKeys.object(id);
    }

    /**
     * Reads a whole resource of Azure Resource Manager, or an object of Microsoft Graph. What it leaves out is taken for what
     * the service takes it for.
     *
     * @param record the resource or object
     * @param sink takes the facts
     */
    public static void read(Fields record, FactSink sink) {
        AzureFile.record(record, sink);
    }

    /**
     * Reads of a resource only its name, its tags, where it lies, and as which identities it acts.
     *
     * @param record the resource
     * @param sink takes the facts
     */
    public static void describe(Fields record, FactSink sink) {
        Resource resource = Resource.of(record, record.requiredText("id"));
        CommonFacts.read(resource, sink);
        sink.accept(new CloudResource(resource.key(), resource.name(), resource.type(), resource.tags()));
    }
}
