package dev.throughline.samples.benchmark;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;

/** The network of an account of AWS: one public subnet, and a security group that lets the internet in. */
record AwsNetwork(CloudWriter writer, String account) {
    private static final String[] OPEN = {"in allow 100 * * 0.0.0.0/0", "out allow 100 * * 0.0.0.0/0"};

    private String ec2(String resource) {
        return "arn:aws:ec2:eu-west-1:" + account + ":" + resource;
    }

    AssetKey subnet() {
        return AssetKey.of(AssetKind.SUBNET, ec2("subnet/subnet-1"));
    }

    AssetKey openGroup() {
        return AssetKey.of(AssetKind.NETWORK_RULE_SET, ec2("security-group/sg-open"));
    }

    AssetKey closedGroup() {
        return AssetKey.of(AssetKind.NETWORK_RULE_SET, ec2("security-group/sg-closed"));
    }

    void tell() {
        AssetKey vpc = writer.asset(AssetKind.NETWORK, ec2("vpc/vpc-1"), Map.of("name", "main"));
        AssetKey subnet = writer.asset(AssetKind.SUBNET, subnet().value(), Map.of("ranges", List.of("10.0.0.0/16")));
        AssetKey table = AssetKey.of(AssetKind.CLOUD_RESOURCE, ec2("route-table/rtb-1"));
        AssetKey gateway = AssetKey.of(AssetKind.NETWORK_GATEWAY, ec2("internet-gateway/igw-1"));
        writer.relation(vpc, RelationType.CONTAINS, subnet);
        writer.relation(subnet, RelationType.ROUTES_TO, table);
        writer.relation(table, RelationType.ROUTES_TO, gateway, "hosts", "0.0.0.0/0");
        rules(ec2("network-acl/acl-1"), OPEN);
        writer.relation(
                subnet, RelationType.GUARDED_BY, AssetKey.of(AssetKind.NETWORK_RULE_SET, ec2("network-acl/acl-1")));
        rules(openGroup().value(), "in allow - tcp 443 0.0.0.0/0");
        rules(closedGroup().value(), "in allow - tcp 443 10.0.0.0/8");
    }

    private void rules(String id, String... rules) {
        writer.asset(AssetKind.NETWORK_RULE_SET, id, Map.of("rules", List.of(rules)));
    }
}
