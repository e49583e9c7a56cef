package dev.throughline.connector.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.DataStore;
import dev.throughline.model.EncryptionKey;
import dev.throughline.model.PublicAddress;
import dev.throughline.model.RelationType;
import dev.throughline.model.SecretStore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Databases, tables, queues, secrets, parameters and keys. Values of secrets and parameters are never read. */
final class Stores {
    private Stores() {}

    static void database(Item item, Facts facts) {
        AssetKey key = item.has("DBInstanceArn")
                ? Place.arn(item.requiredText("DBInstanceArn"))
                : facts.place().key("rds", "db:" + item.requiredText("DBInstanceIdentifier"));
        Boolean isPublic = item.bool("PubliclyAccessible");
        facts.own(new DataStore(
                key,
                item.text("DBInstanceIdentifier"),
                rds(item),
                null,
                item.bool("StorageEncrypted"),
                isPublic,
                null,
                item.tags()));
        facts.placed(
                key,
                item.object("DBSubnetGroup").all("Subnets", "SubnetIdentifier"),
                item.all("VpcSecurityGroups", "VpcSecurityGroupId"));
        answers(key, isPublic, item, facts);
    }

    /** A cluster of Redshift. In which subnets it is, the answer does not say: only the name of a group of them. */
    static void warehouse(Item item, Facts facts) {
        String id = item.requiredText("ClusterIdentifier");
        AssetKey key = facts.place().key("redshift", "cluster:" + id);
        Boolean isPublic = item.bool("PubliclyAccessible");
        facts.own(new DataStore(key, id, "redshift", null, item.bool("Encrypted"), isPublic, null, item.tags()));
        facts.placed(key, List.of(), item.all("VpcSecurityGroups", "VpcSecurityGroupId"));
        answers(key, isPublic, item, facts);
    }

    /** Where a database answers, if that is on the internet. */
    private static void answers(AssetKey key, @Nullable Boolean isPublic, Item item, Facts facts) {
        String host = item.object("Endpoint").text("Address");
        String port = item.object("Endpoint").scalar("Port");
        if (Boolean.TRUE.equals(isPublic) && host != null && port != null) {
            AssetKey address = AssetKey.of(AssetKind.PUBLIC_ADDRESS, host);
            facts.add(new PublicAddress(address, host));
            facts.relate(address, RelationType.ROUTES_TO, key, Map.of("ports", port));
        }
    }

    private static String rds(Item item) {
        String engine = item.text("Engine");
        return engine == null ? "rds" : "rds " + engine;
    }

    static void databaseCluster(Item item, Facts facts) {
        facts.own(new DataStore(
                Place.arn(item.requiredText("DBClusterArn")),
                item.text("DBClusterIdentifier"),
                rds(item),
                null,
                item.bool("StorageEncrypted"),
                null,
                null,
                item.tags()));
    }

    static void table(Item item, Facts facts) {
        store(Place.arn(item.requiredText("TableArn")), item.text("TableName"), "dynamodb", facts);
    }

    static void tableName(String name, Facts facts) {
        store(facts.place().key("dynamodb", "table/" + name), name, "dynamodb", facts);
    }

    /** {@code sqs get-queue-attributes} and {@code sns get-topic-attributes}. */
    static void attributes(Item item, Facts facts) {
        String arn = item.has("QueueArn") ? item.text("QueueArn") : item.text("TopicArn");
        if (arn != null) {
            AssetKey key = Place.arn(arn);
            store(key, arn.substring(arn.lastIndexOf(':') + 1), item.has("QueueArn") ? "sqs" : "sns", facts);
            if (item.has("Policy")) {
                facts.guard(key, PolicyDocument.read(item.get("Policy")));
            }
        }
    }

    private static void store(AssetKey key, @Nullable String name, String type, Facts facts) {
        facts.own(new DataStore(key, name, type, null, null, null, null, null));
    }

    static void secret(Item item, Facts facts) {
        facts.own(new SecretStore(
                Place.arn(item.requiredText("ARN")), item.text("Name"), "secretsmanager", null, null, item.tags()));
    }

    static void parameter(Item item, Facts facts) {
        String name = item.requiredText("Name");
        AssetKey key = item.has("ARN")
                ? Place.arn(item.requiredText("ARN"))
                : facts.place().key("ssm", "parameter/" + name.replaceFirst("^/", ""));
        facts.own(new SecretStore(key, name, "ssm", null, null, item.tags()));
    }

    static void key(Item item, Facts facts) {
        String arn = item.has("KeyArn") ? item.text("KeyArn") : item.requiredText("Arn");
        facts.own(new EncryptionKey(Place.arn(String.valueOf(arn)), item.text("Description"), null));
    }
}
