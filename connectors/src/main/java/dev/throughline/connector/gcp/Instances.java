package dev.throughline.connector.gcp;

import dev.throughline.connector.support.Fields;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudResource;
import dev.throughline.model.PublicAddress;
import dev.throughline.model.Relation;
import dev.throughline.model.RelationType;
import dev.throughline.model.VirtualMachine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code compute.googleapis.com/Instance}. Firewalls are for all of a network, for tags or for service accounts, so an instance
 * is a member of its networks and of what stands for each of its tags and accounts there.
 */
final class Instances {
    private Instances() {}

    static void read(CloudAsset asset, FactSink sink) {
        Fields data = asset.data();
        List<String> own = new ArrayList<>();
        List<String> open = new ArrayList<>();
        List<String> names = new ArrayList<>();
        data.object("tags").strings("items").forEach(tag -> names.add("/tags/" + tag));
        for (Fields account : data.list("serviceAccounts")) {
            String email = account.requiredText("email");
            names.add("/serviceaccounts/" + email);
            account(asset.key(), email, account.strings("scopes"), sink);
        }
        for (Fields card : data.list("networkInterfaces")) {
            add(card.text("networkIP"), own);
            for (Fields access : card.list("accessConfigs")) {
                add(access.text("natIP"), open);
            }
            for (Fields access : card.list("ipv6AccessConfigs")) {
                add(access.text("externalIpv6"), open);
            }
            network(asset.key(), card, names, sink);
        }
        sink.accept(new VirtualMachine(
                asset.key(),
                asset.shortName(),
                asset.hasData() ? open : null,
                asset.hasData() ? own : null,
                null,
                asset.labels()));
        for (String address : open) {
            AssetKey key = AssetKey.of(AssetKind.PUBLIC_ADDRESS, address);
            sink.accept(new PublicAddress(key, address));
            sink.accept(new Relation(key, RelationType.ROUTES_TO, asset.key()));
        }
    }

    private static void network(AssetKey instance, Fields card, List<String> names, FactSink sink) {
        String network = card.text("network");
        String subnet = card.text("subnetwork");
        if (subnet != null) {
            sink.accept(new Relation(Names.compute(subnet), RelationType.CONTAINS, instance));
        }
        if (network != null) {
            AssetKey key = Names.compute(network);
            sink.accept(new Relation(instance, RelationType.MEMBER_OF, key));
            for (String name : names) {
                sink.accept(new Relation(instance, RelationType.MEMBER_OF, new AssetKey(key.text() + name)));
            }
        }
    }

    /** Scopes limit the tokens that the metadata service hands out, whatever roles the account has. */
    private static void account(AssetKey instance, String email, List<String> scopes, FactSink sink) {
        AssetKey account = Names.account(email);
        sink.accept(new Relation(instance, RelationType.RUNS_AS, account));
        AssetKey limits = new AssetKey(instance.text() + "/scopes/" + account.value());
        List<String> names = scopes.stream()
                .map(scope -> scope.substring(scope.lastIndexOf('/') + 1))
                .sorted()
                .toList();
        sink.accept(new CloudResource(limits, "scopes of tokens", "compute.googleapis.com/Instance/scopes", names));
        sink.accept(new Relation(instance, RelationType.GUARDED_BY, limits));
    }

    private static void add(@Nullable String address, List<String> addresses) {
        if (address != null && !address.isEmpty()) {
            addresses.add(address);
        }
    }
}
