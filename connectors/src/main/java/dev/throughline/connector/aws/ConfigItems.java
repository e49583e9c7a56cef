package dev.throughline.connector.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Json;
import dev.throughline.connector.support.JsonLimits;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.SourceException;
import java.util.Map;
import java.util.function.BiConsumer;

/** Items of AWS Config: snapshots, histories, answers to queries. Their configuration is that of the service, in camel case. */
final class ConfigItems {
    private static final JsonLimits LIMITS = JsonLimits.DEFAULT.withBytes(16L << 20);

    private static final Map<String, BiConsumer<Item, Facts>> TYPES = Map.ofEntries(
            Map.entry("AWS::EC2::Instance", Compute::instance),
            Map.entry("AWS::EC2::NetworkInterface", Compute::describedInterface),
            Map.entry("AWS::EC2::EIP", Compute::address),
            Map.entry("AWS::EC2::VPC", Networks::vpc),
            Map.entry("AWS::EC2::Subnet", Networks::subnet),
            Map.entry("AWS::EC2::InternetGateway", Networks::internetGateway),
            Map.entry("AWS::EC2::RouteTable", Networks::routeTable),
            Map.entry("AWS::EC2::NetworkAcl", Networks::networkAcl),
            Map.entry("AWS::EC2::SecurityGroup", Networks::securityGroup),
            Map.entry("AWS::ElasticLoadBalancingV2::LoadBalancer", Balancers::loadBalancer),
            Map.entry("AWS::ElasticLoadBalancingV2::Listener", Balancers::listener),
            Map.entry("AWS::ElasticLoadBalancing::LoadBalancer", Balancers::classic),
            Map.entry("AWS::ECS::Service", Containers::service),
            Map.entry("AWS::ECS::TaskDefinition", Containers::definition),
            Map.entry("AWS::Lambda::Function", Functions::function),
            Map.entry("AWS::RDS::DBInstance", Stores::database),
            Map.entry("AWS::RDS::DBCluster", Stores::databaseCluster),
            Map.entry("AWS::Redshift::Cluster", Stores::warehouse),
            Map.entry("AWS::DynamoDB::Table", Stores::table),
            Map.entry("AWS::KMS::Key", Stores::key),
            Map.entry("AWS::SecretsManager::Secret", Stores::secret),
            Map.entry("AWS::IAM::User", Iam::user),
            Map.entry("AWS::IAM::Group", Iam::group),
            Map.entry("AWS::IAM::Role", Iam::role),
            Map.entry("AWS::IAM::Policy", Iam::managed),
            Map.entry("AWS::CloudFormation::Stack", Others::stack));

    private ConfigItems() {}

    static boolean isOne(Item item) {
        return item.has("resourceType") && (item.has("configuration") || item.has("configurationItemStatus"));
    }

    static void read(Item item, Facts facts) {
        String type = item.requiredText("resourceType");
        if (!item.has("configuration")
                || String.valueOf(item.text("configurationItemStatus")).contains("Deleted")) {
            return;
        }
        String account = item.scalar(item.has("accountId") ? "accountId" : "awsAccountId");
        String region = item.text("awsRegion");
        Facts own = new Facts(facts.place().in(account, "global".equals(region) ? null : region), facts.sink());
        Item configuration = new Item(parsed(item.get("configuration")));
        if (type.equals("AWS::S3::Bucket")) {
            bucket(item, configuration, own);
            return;
        }
        if (type.equals("AWS::CodeBuild::Project")) {
            Others.project(item.requiredText("arn"), configuration, own);
            return;
        }
        BiConsumer<Item, Facts> reader = TYPES.get(type);
        if (reader != null) {
            reader.accept(configuration, own);
        }
        Item more = item.object("supplementaryConfiguration");
        if (type.equals("AWS::Lambda::Function") && more.has("Policy")) {
            ResourcePolicies.put(
                    Place.arn(configuration.requiredText("functionArn")),
                    PolicyDocument.read(parsed(more.get("Policy"))),
                    own);
        }
    }

    private static void bucket(Item item, Item configuration, Facts facts) {
        Item more = item.object("supplementaryConfiguration");
        String name =
                configuration.has("name") ? configuration.requiredText("name") : item.requiredText("resourceName");
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        answers.set("Policy", more.object("BucketPolicy").get("policyText").node());
        Fields block = parsed(more.get("PublicAccessBlockConfiguration"));
        if (!block.isAbsent()) {
            answers.set("PublicAccessBlockConfiguration", block.node());
        }
        Buckets.described(
                name, new Item(Fields.at(item.fields().file(), item.fields().pointer(), answers)), facts);
    }

    /** Parts of an item are objects, or strings of JSON. */
    private static Fields parsed(Fields value) {
        if (!value.node().isTextual()) {
            return value;
        }
        try {
            return Json.parse(value.text(), value.file(), LIMITS);
        } catch (SourceException e) {
            throw new WrongShape(value.pointer(), "neither an object nor a string of JSON");
        }
    }
}
