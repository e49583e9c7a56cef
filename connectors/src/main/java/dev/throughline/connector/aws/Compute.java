package dev.throughline.connector.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudResource;
import dev.throughline.model.PublicAddress;
import dev.throughline.model.RelationType;
import dev.throughline.model.VirtualMachine;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Instances of EC2 and network interfaces. */
final class Compute {
    private Compute() {}

    /** {@code ec2 describe-instances}. */
    static void reservation(Item reservation, Facts facts) {
        reservation.list("Instances").forEach(instance -> instance(instance, facts));
    }

    static void instance(Item item, Facts facts) {
        if ("terminated".equals(item.object("State").text("Name"))) {
            return;
        }
        AssetKey key = facts.place().ec2("instance/" + item.requiredText("InstanceId"));
        Set<String> open = new TreeSet<>();
        Set<String> inside = new TreeSet<>();
        add(item.text("PublicIpAddress"), open);
        add(item.text("PrivateIpAddress"), inside);
        List<Item> interfaces = item.list("NetworkInterfaces");
        for (Item own : interfaces) {
            AssetKey part = networkInterface(own, facts);
            facts.relate(key, RelationType.CONTAINS, part);
            own.list("PrivateIpAddresses").forEach(address -> {
                add(address.object("Association").text("PublicIp"), open);
                add(address.text("PrivateIpAddress"), inside);
            });
            add(own.object("Association").text("PublicIp"), open);
            own.list("Ipv6Addresses").forEach(address -> add(address.text("Ipv6Address"), open));
        }
        if (interfaces.isEmpty() && item.has("SubnetId")) {
            facts.placed(key, List.of(item.requiredText("SubnetId")), item.all("SecurityGroups", "GroupId"));
        }
        Item options = item.object("MetadataOptions");
        facts.own(new VirtualMachine(
                key,
                item.nameTag(),
                List.copyOf(open),
                List.copyOf(inside),
                options.has("HttpTokens") ? Boolean.valueOf("required".equals(options.text("HttpTokens"))) : null,
                item.tags()));
        String profile = item.object("IamInstanceProfile").text("Arn");
        if (profile != null) {
            facts.relate(key, RelationType.RUNS_AS, Place.arn(profile));
        }
    }

    private static void add(@Nullable String address, Set<String> addresses) {
        if (address != null && !address.isEmpty()) {
            addresses.add(address);
        }
    }

    /** {@code ec2 describe-network-interfaces}. */
    static void describedInterface(Item item, Facts facts) {
        AssetKey key = networkInterface(item, facts);
        String instance = item.object("Attachment").text("InstanceId");
        if (instance != null) {
            facts.relate(facts.place().ec2("instance/" + instance), RelationType.CONTAINS, key);
        }
    }

    private static AssetKey networkInterface(Item item, Facts facts) {
        AssetKey key = facts.place().ec2("network-interface/" + item.requiredText("NetworkInterfaceId"));
        String description = item.text("Description");
        facts.own(new CloudResource(
                key, description == null || description.isEmpty() ? null : description, "network interface", null));
        String subnet = item.text("SubnetId");
        facts.placed(key, subnet == null ? List.of() : List.of(subnet), item.all("Groups", "GroupId"));
        String single = item.object("Association").text("PublicIp");
        Set<String> addresses = new TreeSet<>();
        add(single, addresses);
        item.list("PrivateIpAddresses")
                .forEach(address -> add(address.object("Association").text("PublicIp"), addresses));
        item.list("Ipv6Addresses").forEach(address -> add(address.text("Ipv6Address"), addresses));
        for (String address : addresses) {
            AssetKey open = AssetKey.of(AssetKind.PUBLIC_ADDRESS, address);
            facts.add(new PublicAddress(open, address));
            facts.relate(open, RelationType.ROUTES_TO, key);
        }
        String vpc = item.text("VpcId");
        String inside = item.text("PrivateIpAddress");
        if (vpc != null && inside != null) {
            AssetKey address = privateAddress(facts.place(), vpc, inside);
            facts.add(new CloudResource(address, inside, "private address", null));
            facts.relate(address, RelationType.ROUTES_TO, key);
        }
        return key;
    }

    /** What target groups name by its address; there is no ARN for it. */
    static AssetKey privateAddress(Place place, String vpc, String address) {
        return place.ec2("vpc/" + vpc + "#" + address);
    }

    /** {@code ec2 describe-addresses}. */
    static void address(Item item, Facts facts) {
        String address = item.text("PublicIp");
        String own = item.text("NetworkInterfaceId");
        if (address != null) {
            AssetKey key = AssetKey.of(AssetKind.PUBLIC_ADDRESS, address);
            facts.add(new PublicAddress(key, address));
            if (own != null) {
                facts.relate(key, RelationType.ROUTES_TO, facts.place().ec2("network-interface/" + own));
            }
        }
    }
}
