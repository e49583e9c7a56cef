package dev.throughline.connector.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudResource;
import dev.throughline.model.Network;
import dev.throughline.model.NetworkGateway;
import dev.throughline.model.NetworkRule;
import dev.throughline.model.NetworkRuleSet;
import dev.throughline.model.RelationType;
import dev.throughline.model.Subnet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Networks, subnets, routes, network ACLs and security groups. */
final class Networks {
    private Networks() {}

    static void vpc(Item item, Facts facts) {
        facts.own(new Network(facts.place().ec2("vpc/" + item.requiredText("VpcId")), item.nameTag(), item.tags()));
    }

    static void subnet(Item item, Facts facts) {
        AssetKey key = facts.place().ec2("subnet/" + item.requiredText("SubnetId"));
        List<String> ranges = new ArrayList<>();
        if (item.has("CidrBlock")) {
            ranges.add(item.requiredText("CidrBlock"));
        }
        ranges.addAll(item.all("Ipv6CidrBlockAssociationSet", "Ipv6CidrBlock"));
        facts.own(new Subnet(key, item.nameTag(), ranges, item.tags()));
        facts.relate(facts.place().ec2("vpc/" + item.requiredText("VpcId")), RelationType.CONTAINS, key);
    }

    static void internetGateway(Item item, Facts facts) {
        facts.own(new NetworkGateway(
                facts.place().ec2("internet-gateway/" + item.requiredText("InternetGatewayId")),
                item.nameTag(),
                "internet gateway",
                item.tags()));
    }

    /** A table serves the subnets it is associated with; the main one those that have no other. */
    static void routeTable(Item item, Facts facts) {
        AssetKey key = facts.place().ec2("route-table/" + item.requiredText("RouteTableId"));
        facts.own(new CloudResource(key, item.nameTag(), "route table", item.tags()));
        Map<AssetKey, Set<String>> gateways = new LinkedHashMap<>();
        for (Item route : item.list("Routes")) {
            String gateway = route.text("GatewayId");
            String to = route.text("DestinationCidrBlock");
            String destination = to == null ? route.text("DestinationIpv6CidrBlock") : to;
            boolean active = !"blackhole".equals(route.text("State"));
            String next = gateway != null && destination != null && active ? next(gateway) : null;
            if (next != null) {
                gateways.computeIfAbsent(facts.place().ec2(next), k -> new TreeSet<>())
                        .add(destination);
            }
        }
        gateways.forEach((gateway, hosts) ->
                facts.relate(key, RelationType.ROUTES_TO, gateway, Map.of("hosts", String.join(",", hosts))));
        for (Item association : item.list("Associations")) {
            String subnet = association.text("SubnetId");
            if (subnet != null) {
                facts.relate(facts.place().ec2("subnet/" + subnet), RelationType.ROUTES_TO, key);
            } else if (Boolean.TRUE.equals(association.bool("Main"))) {
                facts.relate(facts.place().ec2("vpc/" + item.requiredText("VpcId")), RelationType.ROUTES_TO, key);
            }
        }
    }

    /** Internet gateways, and endpoints of firewalls; others lead nowhere that is asked for. */
    private static @Nullable String next(String gateway) {
        if (gateway.startsWith("igw-")) {
            return "internet-gateway/" + gateway;
        }
        return gateway.startsWith("vpce-") ? "vpc-endpoint/" + gateway : null;
    }

    static void networkAcl(Item item, Facts facts) {
        AssetKey key = facts.place().ec2("network-acl/" + item.requiredText("NetworkAclId"));
        List<String> rules = new ArrayList<>();
        for (Item entry : item.list("Entries")) {
            String v4 = entry.text("CidrBlock");
            String peer = v4 == null ? entry.text("Ipv6CidrBlock") : v4;
            String number = entry.scalar("RuleNumber");
            if (peer != null && number != null) {
                rules.add(new NetworkRule(
                                !Boolean.TRUE.equals(entry.bool("Egress")),
                                "allow".equals(entry.text("RuleAction")),
                                Integer.valueOf(number),
                                protocol(entry.scalar("Protocol")),
                                ports(
                                        protocol(entry.scalar("Protocol")),
                                        entry.object("PortRange").scalar("From"),
                                        entry.object("PortRange").scalar("To")),
                                List.of(peer))
                        .toString());
            }
        }
        facts.own(new NetworkRuleSet(key, item.nameTag(), rules, item.tags()));
        item.all("Associations", "SubnetId")
                .forEach(subnet -> facts.relate(facts.place().ec2("subnet/" + subnet), RelationType.GUARDED_BY, key));
    }

    static void securityGroup(Item item, Facts facts) {
        AssetKey key = facts.place().ec2("security-group/" + item.requiredText("GroupId"));
        List<String> rules = new ArrayList<>();
        item.list("IpPermissions").forEach(permission -> rules.addAll(rules(permission, true, facts)));
        item.list("IpPermissionsEgress").forEach(permission -> rules.addAll(rules(permission, false, facts)));
        facts.own(new NetworkRuleSet(key, item.text("GroupName"), rules, item.tags()));
    }

    private static List<String> rules(Item permission, boolean inbound, Facts facts) {
        List<String> peers = new ArrayList<>(permission.all("IpRanges", "CidrIp"));
        if (permission.has("Ipv4Ranges")) { // as AWS Config names them
            peers.addAll(permission.all("Ipv4Ranges", "CidrIp"));
        }
        peers.addAll(permission.all("Ipv6Ranges", "CidrIpv6"));
        peers.addAll(permission.all("PrefixListIds", "PrefixListId"));
        permission
                .all("UserIdGroupPairs", "GroupId")
                .forEach(group ->
                        peers.add(facts.place().ec2("security-group/" + group).text()));
        if (peers.isEmpty()) {
            return List.of();
        }
        String protocol = protocol(permission.scalar("IpProtocol"));
        List<String> ports = ports(protocol, permission.scalar("FromPort"), permission.scalar("ToPort"));
        return List.of(new NetworkRule(
                        inbound,
                        true,
                        null,
                        protocol,
                        ports,
                        peers.stream().distinct().toList())
                .toString());
    }

    /** Numbers of protocols as IANA assigns them. */
    private static String protocol(@Nullable String protocol) {
        return switch (protocol == null ? "-1" : protocol) {
            case "-1" -> "*";
            case "6" -> "tcp";
            case "17" -> "udp";
            case "1" -> "icmp";
            default -> String.valueOf(protocol);
        };
    }

    private static List<String> ports(String protocol, @Nullable String from, @Nullable String to) {
        boolean hasPorts = protocol.equals("tcp") || protocol.equals("udp");
        if (!hasPorts || from == null || to == null || from.startsWith("-")) {
            return List.of();
        }
        return List.of(from.equals(to) ? from : from + "-" + to);
    }
}
