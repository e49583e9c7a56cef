package dev.throughline.connector.terraform;

import com.google.common.collect.ImmutableMap;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.SourceException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes resources as answers of the AWS command line. Rules of networks are not written: a state that was not refreshed
 * since rules were added to a group shows it without them.
 */
final class AwsAnswers {
    private static final JsonLimits DEFINITIONS = JsonLimits.DEFAULT.withBytes(1 << 20);

    private static final Map<String, Function<ManagedResource, Answer>> BY_TYPE =
            ImmutableMap.<String, Function<ManagedResource, Answer>>builder()
                    .put("aws_ecs_task_definition", AwsAnswers::taskDefinition)
                    .put("aws_ecs_service", AwsAnswers::service)
                    .put("aws_lambda_function", AwsAnswers::function)
                    .put("aws_iam_role", AwsAnswers::role)
                    .put("aws_iam_user", one("User", "arn=Arn", "name=UserName"))
                    .put("aws_iam_policy", AwsAnswers::policy)
                    .put("aws_codebuild_project", many("projects", "arn", "name", "service_role=serviceRole"))
                    .put("aws_eks_cluster", AwsAnswers::cluster)
                    .put("aws_db_instance", database())
                    .put("aws_rds_cluster_instance", database())
                    .put("aws_docdb_cluster_instance", database())
                    .put("aws_neptune_cluster_instance", database())
                    .put("aws_rds_cluster", databaseCluster())
                    .put("aws_docdb_cluster", databaseCluster())
                    .put("aws_neptune_cluster", databaseCluster())
                    .put("aws_secretsmanager_secret", many("SecretList", "arn=ARN", "name=Name"))
                    .put("aws_ssm_parameter", many("Parameters", "arn=ARN", "name=Name"))
                    .buildOrThrow();

    private AwsAnswers() {}

    /** Null for types of which no more is read than name and tags. */
    static @Nullable Answer of(ManagedResource resource) {
        Function<ManagedResource, Answer> writer = BY_TYPE.get(resource.type());
        return writer == null ? null : writer.apply(resource);
    }

    private static Function<ManagedResource, Answer> database() {
        return many(
                "DBInstances",
                "arn=DBInstanceArn",
                "identifier=DBInstanceIdentifier",
                "engine=Engine",
                "storage_encrypted=StorageEncrypted",
                "publicly_accessible=PubliclyAccessible");
    }

    /** Clusters of DocumentDB and Neptune are described like those of RDS, and have ARNs of it. */
    private static Function<ManagedResource, Answer> databaseCluster() {
        return many(
                "DBClusters",
                "arn=DBClusterArn",
                "cluster_identifier=DBClusterIdentifier",
                "engine=Engine",
                "storage_encrypted=StorageEncrypted");
    }

    private static Function<ManagedResource, Answer> one(String member, String... names) {
        return resource -> new Answer().put(member, thing(resource, names));
    }

    private static Function<ManagedResource, Answer> many(String member, String... names) {
        return resource -> new Answer().list(member, List.of(thing(resource, names)));
    }

    private static Answer thing(ManagedResource resource, String... names) {
        return new Answer().copy(resource.values(), names).put("Tags", resource.tags("tags_all", "tags"));
    }

    private static Answer taskDefinition(ManagedResource resource) {
        Answer definition = thing(resource, "arn=taskDefinitionArn", "family", "task_role_arn=taskRoleArn");
        String containers = resource.text("container_definitions");
        return new Answer()
                .put(
                        "taskDefinition",
                        containers == null
                                ? definition
                                : definition.put(
                                        "containerDefinitions",
                                        parsed(containers, resource).node()));
    }

    /** JSON within a string. */
    private static Fields parsed(String text, ManagedResource resource) {
        try {
            return Json.parse(text, resource.values().file(), DEFINITIONS);
        } catch (SourceException e) {
            throw new WrongShape(resource.values().get("container_definitions").pointer(), "not JSON");
        }
    }

    private static Answer service(ManagedResource resource) {
        Fields network = resource.block("network_configuration");
        Answer configuration = new Answer().copy(network, "subnets", "security_groups=securityGroups");
        Boolean isPublic = network.bool("assign_public_ip");
        if (isPublic != null) {
            configuration.put("assignPublicIp", isPublic ? "ENABLED" : "DISABLED");
        }
        List<Answer> balancers = ManagedResource.blocks(resource.values(), "load_balancer").stream()
                .map(balancer ->
                        new Answer().copy(balancer, "target_group_arn=targetGroupArn", "container_port=containerPort"))
                .toList();
        Answer service = thing(resource, "id=serviceArn", "name=serviceName", "task_definition=taskDefinition")
                .put("networkConfiguration", new Answer().put("awsvpcConfiguration", configuration))
                .list("loadBalancers", balancers);
        return new Answer().list("services", List.of(service));
    }

    private static Answer function(ManagedResource resource) {
        Answer configuration = thing(
                        resource, "arn=FunctionArn", "function_name=FunctionName", "runtime=Runtime", "role=Role")
                .put(
                        "VpcConfig",
                        new Answer()
                                .copy(
                                        resource.block("vpc_config"),
                                        "subnet_ids=SubnetIds",
                                        "security_group_ids=SecurityGroupIds"));
        return new Answer()
                .put("Configuration", configuration)
                .put("Code", new Answer().copy(resource.values(), "image_uri=ImageUri"));
    }

    private static Answer role(ManagedResource resource) {
        List<Answer> inline = ManagedResource.blocks(resource.values(), "inline_policy").stream()
                .filter(policy -> ManagedResource.text(policy, "name") != null)
                .map(policy -> new Answer().copy(policy, "name=PolicyName", "policy=PolicyDocument"))
                .toList();
        List<Answer> attached = resource.values().strings("managed_policy_arns").stream()
                .map(arn -> new Answer().put("PolicyArn", arn))
                .toList();
        Answer role = thing(resource, "arn=Arn", "name=RoleName", "assume_role_policy=AssumeRolePolicyDocument")
                .list("RolePolicyList", inline)
                .list("AttachedManagedPolicies", attached)
                .put(
                        "PermissionsBoundary",
                        new Answer().copy(resource.values(), "permissions_boundary=PermissionsBoundaryArn"));
        return new Answer().put("Role", role);
    }

    private static Answer policy(ManagedResource resource) {
        return new Answer().put("Policy", thing(resource, "arn=Arn", "name=PolicyName", "policy=Document"));
    }

    private static Answer cluster(ManagedResource resource) {
        Fields issuer = ManagedResource.block(resource.block("identity"), "oidc");
        return new Answer()
                .put(
                        "cluster",
                        thing(resource, "arn", "name", "version")
                                .put("identity", new Answer().put("oidc", new Answer().copy(issuer, "issuer"))));
    }
}
