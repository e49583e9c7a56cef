package dev.throughline.connector.azure;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudResource;
import dev.throughline.model.NetworkRuleSet;
import dev.throughline.model.PublicAddress;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import java.util.List;

/**
 * {@code Microsoft.Network/publicIPAddresses}. Without any network security group behind it an address of the Standard SKU
 * lets nothing in and one of the Basic SKU everything; that is written down as a rule set of the address.
 */
final class PublicAddressReader {
    static final String TYPE = "microsoft.network/publicipaddresses";

    private PublicAddressReader() {}

    static void read(Resource resource, FactSink sink) {
        sink.accept(new CloudResource(resource.key(), resource.name(), TYPE, resource.tags()));
        String address = resource.properties().text("ipAddress");
        if (address != null) {
            AssetKey key = AssetKey.of(AssetKind.PUBLIC_ADDRESS, address);
            sink.accept(new PublicAddress(key, address));
            sink.accept(new Relation(key, RelationType.ROUTES_TO, resource.key()));
        }
        String sku = resource.fields().object("sku").text("name");
        if (sku != null) {
            defaults(resource.key(), sku, sink);
        }
    }

    static void defaults(AssetKey address, String sku, FactSink sink) {
        String action = sku.equalsIgnoreCase("Basic") ? "allow" : "deny";
        AssetKey rules = AssetKey.of(AssetKind.NETWORK_RULE_SET, address.value() + "/default");
        sink.accept(new NetworkRuleSet(
                rules,
                "default of " + sku + " public addresses",
                List.of("in " + action + " - * * 0.0.0.0/0,::/0"),
                null));
        sink.accept(new Relation(address, RelationType.GUARDED_BY, rules));
    }
}
