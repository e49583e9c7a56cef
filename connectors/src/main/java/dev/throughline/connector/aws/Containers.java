package dev.throughline.connector.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.CloudResource;
import dev.throughline.model.Cluster;
import dev.throughline.model.ContainerService;
import dev.throughline.model.RelationType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Services, tasks and task definitions of ECS; clusters of EKS and the roles their pods are given. */
final class Containers {
    private Containers() {}

    static void service(Item item, Facts facts) {
        AssetKey key = Place.arn(item.requiredText("serviceArn"));
        Item network = item.object("networkConfiguration").object("awsvpcConfiguration");
        facts.own(new ContainerService(
                key,
                item.text("serviceName"),
                "ecs service",
                network.has("assignPublicIp")
                        ? Boolean.valueOf("ENABLED".equals(network.text("assignPublicIp")))
                        : null,
                null,
                null,
                item.tags()));
        facts.placed(key, network.strings("subnets"), network.strings("securityGroups"));
        String definition = item.text("taskDefinition");
        if (definition != null && definition.startsWith("arn:")) {
            facts.relate(key, RelationType.CONTAINS, Place.arn(definition));
        }
        item.list("loadBalancers").forEach(balancer -> {
            String group = balancer.text("targetGroupArn");
            String port = balancer.scalar("containerPort");
            if (group != null) {
                facts.relate(
                        Place.arn(group), RelationType.ROUTES_TO, key, port == null ? Map.of() : Map.of("ports", port));
            }
        });
    }

    static void definition(Item item, Facts facts) {
        AssetKey key = Place.arn(item.requiredText("taskDefinitionArn"));
        facts.own(new CloudResource(key, item.text("family"), "ecs task definition", item.tags()));
        item.list("containerDefinitions").forEach(container -> Images.runs(key, container.text("image"), null, facts));
        role(key, item.text("taskRoleArn"), facts);
    }

    private static void role(AssetKey key, @Nullable String role, Facts facts) {
        if (role != null && !role.isEmpty()) {
            facts.relate(
                    key,
                    RelationType.RUNS_AS,
                    role.startsWith("arn:") ? Place.arn(role) : facts.place().global("iam", "role/" + role));
        }
    }

    /** A task of a service tells by digest what the service runs, and by which interfaces it is reached. */
    static void task(Item item, Facts facts) {
        String group = item.text("group");
        String cluster = item.text("clusterArn");
        if (group == null || !group.startsWith("service:") || cluster == null) {
            return;
        }
        String name = group.substring("service:".length());
        AssetKey service = Place.arn(cluster.replaceFirst(":cluster/", ":service/") + "/" + name);
        item.list("containers")
                .forEach(container ->
                        Images.runs(service, container.text("image"), container.text("imageDigest"), facts));
        item.list("attachments")
                .forEach(attachment -> attachment.list("details").forEach(detail -> {
                    String value = detail.text("value");
                    if ("networkInterfaceId".equals(detail.text("name")) && value != null) {
                        facts.relate(
                                service, RelationType.CONTAINS, facts.place().ec2("network-interface/" + value));
                    }
                }));
    }

    /** {@code eks describe-cluster}: who issues the tokens of its pods. */
    static void cluster(Item item, Facts facts) {
        String name = item.requiredText("name");
        AssetKey key = AssetKey.of(AssetKind.CLUSTER, name);
        facts.own(new Cluster(key, name, item.text("version")));
        String issuer = item.object("identity").object("oidc").text("issuer");
        if (issuer != null) {
            AssetKey provider = facts.place().global("iam", "oidc-provider/" + issuer.replaceFirst("^https://", ""));
            facts.own(new CloudResource(provider, null, "OIDC provider", null));
            facts.relate(provider, RelationType.TRUSTS, key, Map.of("issuer", issuer));
        }
    }

    /** {@code eks describe-pod-identity-association}. */
    static void association(Item item, Facts facts) {
        String role = item.text("roleArn");
        if (role != null) { // a list tells no role
            facts.relate(
                    AssetKey.inNamespace(
                            AssetKind.SERVICE_ACCOUNT,
                            item.requiredText("clusterName"),
                            item.requiredText("namespace"),
                            item.requiredText("serviceAccount")),
                    RelationType.CAN_AUTHENTICATE_AS,
                    Place.arn(role));
        }
    }
}
