package dev.throughline.connector.cloudformation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What CloudFormation calls a resource by: an ARN, or an id from which the ARN follows. That of a role or user does not
 * follow from its name, for it holds a path.
 */
final class PhysicalId {
    /** ARNs without {@code arn:aws:}, with + for region and account of the stack and * for the id. */
    private static final Map<String, String> ARNS = Map.ofEntries(
            Map.entry("AWS::ApiGateway::RestApi", "execute-api:+:*"),
            Map.entry("AWS::ApiGatewayV2::Api", "execute-api:+:*"),
            Map.entry("AWS::CodeBuild::Project", "codebuild:+:project/*"),
            Map.entry("AWS::DynamoDB::Table", "dynamodb:+:table/*"),
            Map.entry("AWS::EC2::Instance", "ec2:+:instance/*"),
            Map.entry("AWS::EC2::SecurityGroup", "ec2:+:security-group/*"),
            Map.entry("AWS::EC2::Subnet", "ec2:+:subnet/*"),
            Map.entry("AWS::EC2::VPC", "ec2:+:vpc/*"),
            Map.entry("AWS::ECS::Cluster", "ecs:+:cluster/*"),
            Map.entry("AWS::EFS::FileSystem", "elasticfilesystem:+:file-system/*"),
            Map.entry("AWS::ElasticLoadBalancing::LoadBalancer", "elasticloadbalancing:+:loadbalancer/*"),
            Map.entry("AWS::KMS::Key", "kms:+:key/*"),
            Map.entry("AWS::Kinesis::Stream", "kinesis:+:stream/*"),
            Map.entry("AWS::Lambda::Function", "lambda:+:function:*"),
            Map.entry("AWS::RDS::DBCluster", "rds:+:cluster:*"),
            Map.entry("AWS::RDS::DBInstance", "rds:+:db:*"),
            Map.entry("AWS::S3::Bucket", "s3:::*"),
            Map.entry("AWS::SQS::Queue", "sqs:+:*"));

    private PhysicalId() {}

    /** The ARN of a resource, with the parts of that of its stack; null if it does not follow. */
    static @Nullable String arn(String[] stack, String type, String id) {
        if (id.startsWith("arn:aws")) {
            return id;
        }
        String form = ARNS.get(type);
        if (form == null) {
            return null;
        }
        String name = type.equals("AWS::SQS::Queue") ? id.substring(id.lastIndexOf('/') + 1) : id; // a URL
        return "arn:" + stack[1] + ":"
                + form.replace("+", stack[3] + ":" + stack[4]).replace("*", name);
    }
}
