package dev.throughline.connector.aws;

import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.AssetKey;
import dev.throughline.model.CloudResource;
import dev.throughline.model.LoadBalancer;
import dev.throughline.model.RelationType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Elastic Load Balancing: load balancers of both generations, listeners, target groups and targets. */
final class Balancers {
    private Balancers() {}

    static void loadBalancer(Item item, Facts facts) {
        AssetKey key = Place.arn(item.requiredText("LoadBalancerArn"));
        facts.own(new LoadBalancer(
                key,
                item.text("LoadBalancerName"),
                item.has("Scheme") ? Boolean.valueOf("internet-facing".equals(item.text("Scheme"))) : null,
                item.has("DNSName") ? List.of(item.requiredText("DNSName")) : null,
                item.tags()));
        facts.placed(key, item.all("AvailabilityZones", "SubnetId"), item.strings("SecurityGroups"));
    }

    static void classic(Item item, Facts facts) {
        AssetKey key =
                facts.place().key("elasticloadbalancing", "loadbalancer/" + item.requiredText("LoadBalancerName"));
        facts.own(new LoadBalancer(
                key,
                item.text("LoadBalancerName"),
                item.has("Scheme") ? Boolean.valueOf("internet-facing".equals(item.text("Scheme"))) : null,
                item.has("DNSName") ? List.of(item.requiredText("DNSName")) : null,
                item.tags()));
        facts.placed(key, item.strings("Subnets"), item.strings("SecurityGroups"));
        Set<String> ports = new LinkedHashSet<>();
        item.list("ListenerDescriptions").forEach(listener -> {
            String port = listener.object("Listener").scalar("LoadBalancerPort");
            if (port != null) {
                ports.add(port);
            }
        });
        item.all("Instances", "InstanceId")
                .forEach(instance -> facts.relate(
                        key,
                        RelationType.ROUTES_TO,
                        facts.place().ec2("instance/" + instance),
                        ports.isEmpty() ? Map.of() : Map.of("ports", String.join(",", ports))));
    }

    static void listener(Item item, Facts facts) {
        AssetKey balancer = Place.arn(item.requiredText("LoadBalancerArn"));
        targets(item.list("DefaultActions"))
                .forEach(group ->
                        facts.relate(balancer, RelationType.ROUTES_TO, Place.arn(group), port(item.scalar("Port"))));
    }

    /** The ARN of a rule names its load balancer. */
    static void rule(Item item, Facts facts) {
        String[] parts = item.requiredText("RuleArn").split("listener-rule/", 2);
        String[] names = parts.length < 2 ? new String[0] : parts[1].split("/", -1);
        if (names.length < 3) {
            throw new WrongShape(item.get("RuleArn").pointer(), "not the ARN of a rule of a listener");
        }
        AssetKey balancer = Place.arn(parts[0] + "loadbalancer/" + names[0] + "/" + names[1] + "/" + names[2]);
        targets(item.list("Actions"))
                .forEach(group -> facts.relate(balancer, RelationType.ROUTES_TO, Place.arn(group)));
    }

    private static List<String> targets(List<Item> actions) {
        List<String> groups = new ArrayList<>();
        for (Item action : actions) {
            String single = action.text("TargetGroupArn");
            if (single != null) {
                groups.add(single);
            }
            groups.addAll(action.object("ForwardConfig").all("TargetGroups", "TargetGroupArn"));
        }
        return groups.stream().distinct().toList();
    }

    static void targetGroup(Item item, Facts facts) {
        facts.own(new CloudResource(
                Place.arn(item.requiredText("TargetGroupArn")),
                item.text("TargetGroupName"),
                "target group",
                item.tags()));
    }

    /** {@code elbv2 describe-target-health} does not say of which target group: the file is named after it. */
    static void health(Item item, Facts facts) {
        if (!facts.place().subject().contains(":targetgroup/")) {
            throw new WrongShape(item.fields().pointer(), "the target group is not known: name the file after its ARN");
        }
        target(facts.place().subject(), item, facts);
    }

    private static void target(String group, Item item, Facts facts) {
        String id = item.object("Target").requiredText("Id");
        AssetKey target;
        if (id.startsWith("arn:")) {
            target = Place.arn(id);
        } else if (id.startsWith("i-")) {
            target = facts.place().ec2("instance/" + id);
        } else {
            String vpc = item.text("VpcId");
            if (vpc == null) {
                return; // an address means nothing without its network; services of ECS name their target groups
            }
            target = Compute.privateAddress(facts.place(), vpc, id);
        }
        facts.relate(
                Place.arn(group),
                RelationType.ROUTES_TO,
                target,
                port(item.object("Target").scalar("Port")));
    }

    private static Map<String, String> port(@Nullable String port) {
        return port == null ? Map.of() : Map.of("ports", port);
    }
}
