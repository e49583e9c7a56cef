package dev.throughline.attack.edge.aws;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types of resources that the rows of {@code abuses.tsv} are about, told apart by their ARNs. */
enum ResourceType {
    USER("iam", "user/"),
    ROLE("iam", "role/"),
    GROUP("iam", "group/"),
    INSTANCE("ec2", "instance/"),
    TEMPLATE("ec2", "launch-template/"),
    FUNCTION("lambda", "function:"),
    SERVICE("ecs", "service/"),
    STACK("cloudformation", "stack/"),
    PROJECT("codebuild", "project/"),
    NOTEBOOK("sagemaker", "notebook-instance/"),
    ENDPOINT("glue", "devEndpoint/"),
    APP("apprunner", "service/"),
    INTERPRETER("bedrock-agentcore", "code-interpreter"),
    BUCKET("s3", ""),
    TABLE("dynamodb", "table/"),
    DATABASE("rds", "db:"),
    AURORA("rds", "cluster:"),
    WAREHOUSE("redshift", "cluster:"),
    SECRET("secretsmanager", "secret:"),
    PARAMETER("ssm", "parameter/"),
    QUEUE("sqs", ""),
    KEY("kms", "key/");

    private final String service;
    private final String prefix;

    ResourceType(String service, String prefix) {
        this.service = service;
        this.prefix = prefix;
    }

    static @Nullable ResourceType of(Arn arn) {
        for (ResourceType type : values()) {
            boolean serviceLinked = type == ROLE && arn.resource().startsWith("role/aws-service-role/");
            boolean part = arn.resource().indexOf('#') >= 0;
            if (type.service.equals(arn.service())
                    && arn.resource().startsWith(type.prefix)
                    && !serviceLinked
                    && !part) {
                return type;
            }
        }
        return null;
    }

    static ResourceType named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
