package dev.throughline.connector.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.Assessment;
import dev.throughline.Throughline;
import dev.throughline.connector.aws.AwsConnector;
import dev.throughline.connector.azure.AzureConnector;
import dev.throughline.connector.classification.ClassificationConnector;
import dev.throughline.connector.gcp.GcpConnector;
import dev.throughline.connector.support.Collected;
import dev.throughline.fact.Connector;
import dev.throughline.fact.Partition;
import dev.throughline.model.Asset;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.DataStore;
import dev.throughline.model.SecretStore;
import dev.throughline.risk.Factor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stores of data in a state: the same stores as in the exports of their clouds, with all that follows from it. */
final class TerraformStoresTest {
    private static final String AZURE = "/subscriptions/S/resourceGroups/Shop/providers/Microsoft.";

    @TempDir
    private Path folder;

    private Connector aws(String answer) throws IOException {
        return AwsConnector.files(Files.writeString(folder.resolve("aws.json"), answer));
    }

    private TerraformConnector state(String type, String values) throws IOException {
        return TerraformConnector.files(Files.writeString(folder.resolve("state.json"), """
            {"format_version": "1.0", "values": {"root_module": {"resources": [
              {"address": "%1$s.a", "mode": "managed", "type": "%1$s", "values": %2$s}]}}}
            """.formatted(type, values)));
    }

    private Connector sensitive(AssetKey store) throws IOException {
        return ClassificationConnector.file(
                Files.writeString(folder.resolve("classification.yaml"), """
                    sensitive:
                      - {key: "%s", classes: [cardholder-data]}
                    """.formatted(store.text())));
    }

    private static Assessment assess(Connector... sources) {
        try (Throughline throughline = Throughline.inMemory()) {
            throughline.ingest(sources);
            return throughline.assess();
        }
    }

    private static AssetKey store(String id) {
        return AssetKey.of(AssetKind.DATA_STORE, id);
    }

    private <A extends Asset> A read(Class<A> kind, String type, String values, String id) throws IOException {
        Collected sink = new Collected();
        for (Partition partition : state(type, values).list().partitions()) {
            partition.read(sink);
        }
        assertThat(sink.rejections()).isEmpty();
        return sink.get(kind, AssetKey.of(AssetKind.CLOUD_RESOURCE, id));
    }

    private static void assertOneCriticalStore(Assessment assessment, AssetKey store) {
        assertThat(assessment.graph().assets(DataStore.class).map(DataStore::key))
                .containsExactly(store);
        assertThat(assessment.factors().with(Factor.CRITICAL_RESOURCE)).contains(store);
        assertThat(assessment.factors().with(Factor.SENSITIVE_DATA)).contains(store);
    }

    @Test
    void aDatabaseOfAwsIsOneAssetAndCriticalWhicheverSourceTellsOfIt() throws IOException {
        AssetKey orders = store("arn:aws:rds:eu-west-1:111122223333:db:orders");
        Connector terraform = state("aws_db_instance", """
            {"arn": "arn:aws:rds:eu-west-1:111122223333:db:orders", "identifier": "orders", "engine": "postgres"}\
            """);
        Connector cloud = aws("""
            {"DBInstances": [{"DBInstanceArn": "arn:aws:rds:eu-west-1:111122223333:db:orders",
              "DBInstanceIdentifier": "orders", "Engine": "postgres", "PubliclyAccessible": false}]}\
            """);

        assertOneCriticalStore(assess(terraform, sensitive(orders)), orders);
        assertOneCriticalStore(assess(terraform, cloud, sensitive(orders)), orders);
    }

    @Test
    void aTableOfAwsToo() throws IOException {
        AssetKey carts = store("arn:aws:dynamodb:eu-west-1:111122223333:table/carts");
        Connector terraform = state("aws_dynamodb_table", """
            {"arn": "arn:aws:dynamodb:eu-west-1:111122223333:table/carts", "name": "carts"}\
            """);
        Connector cloud = aws("""
            {"Table": {"TableArn": "arn:aws:dynamodb:eu-west-1:111122223333:table/carts", "TableName": "carts"}}\
            """);

        assertOneCriticalStore(assess(terraform, sensitive(carts)), carts);
        assertOneCriticalStore(assess(terraform, cloud, sensitive(carts)), carts);
    }

    @Test
    void aDatabaseOfAzureToo() throws IOException {
        AssetKey orders =
                store("/subscriptions/s/resourcegroups/shop/providers/microsoft.sql/servers/shop/databases/orders");
        Connector terraform = state(
                "azurerm_mssql_database",
                "{\"id\": \"" + AZURE + "Sql/servers/shop/databases/orders\", \"name\": \"orders\"}");
        Connector cloud = AzureConnector.files(Files.writeString(folder.resolve("azure.json"), """
            [{"id": "%sSql/servers/shop/databases/orders", "name": "orders", "type": "Microsoft.Sql/servers/databases"}]
            """.formatted(AZURE)));

        assertOneCriticalStore(assess(terraform, sensitive(orders)), orders);
        assertOneCriticalStore(assess(terraform, cloud, sensitive(orders)), orders);
    }

    @Test
    void aDatabaseOfGoogleCloudToo() throws IOException {
        AssetKey orders = store("//cloudsql.googleapis.com/projects/shop/instances/orders");
        Connector terraform = state("google_sql_database_instance", "{\"project\": \"shop\", \"name\": \"orders\"}");
        Connector cloud = GcpConnector.files(Files.writeString(folder.resolve("gcp.json"), """
            [{"name": "//cloudsql.googleapis.com/projects/shop/instances/orders",
              "asset_type": "sqladmin.googleapis.com/Instance", "resource": {"data": {"name": "orders"}}}]
            """));

        assertOneCriticalStore(assess(terraform, sensitive(orders)), orders);
        assertOneCriticalStore(assess(terraform, cloud, sensitive(orders)), orders);
    }

    @ParameterizedTest
    @CsvSource({
        "aws_docdb_cluster, rds, cluster:a, cluster_identifier",
        "aws_neptune_cluster, rds, cluster:a, cluster_identifier",
        "aws_rds_cluster_instance, rds, db:a, identifier",
        "aws_redshift_cluster, redshift, cluster:a, cluster_identifier",
        "aws_elasticache_replication_group, elasticache, replicationgroup:a, replication_group_id",
        "aws_memorydb_cluster, memorydb, cluster/a, name",
        "aws_opensearch_domain, es, domain/a, domain_name",
        "aws_kinesis_stream, kinesis, stream/a, name",
        "aws_efs_file_system, elasticfilesystem, file-system/fs-1, creation_token"
    })
    void knowsTheStoresOfAwsByTheirArn(String type, String service, String id, String name) throws IOException {
        String arn = "arn:aws:" + service + ":eu-west-1:111122223333:" + id;

        DataStore store = read(
                DataStore.class,
                type,
                "{\"arn\": \"" + arn + "\", \"" + name + "\": \"a\", \"tags_all\": {\"Name\": \"a\"}}",
                arn);

        assertThat(store.name()).isEqualTo("a");
        assertThat(store.tags()).containsExactly("Name=a");
        assertThat(store.encrypted()).as("nobody said").isNull();
    }

    @Test
    void encryptionIsReadAlsoWhereTheProviderWritesAString() throws IOException {
        String arn = "arn:aws:redshift:eu-west-1:111122223333:cluster:a";

        assertThat(read(
                                DataStore.class,
                                "aws_redshift_cluster",
                                "{\"arn\": \"%s\", \"encrypted\": \"true\"}".formatted(arn),
                                arn)
                        .encrypted())
                .isTrue();
        assertThat(read(
                                DataStore.class,
                                "aws_redshift_cluster",
                                "{\"arn\": \"%s\", \"encrypted\": false}".formatted(arn),
                                arn)
                        .encrypted())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "azurerm_mssql_server, Sql/servers/a",
        "azurerm_postgresql_flexible_server, DBforPostgreSQL/flexibleServers/a",
        "azurerm_mysql_flexible_server, DBforMySQL/flexibleServers/a",
        "azurerm_cosmosdb_account, DocumentDB/databaseAccounts/a",
        "azurerm_storage_account, Storage/storageAccounts/a"
    })
    void knowsTheStoresOfAzureAndWhetherTheyAnswerOnAPublicNetwork(String type, String id) throws IOException {
        DataStore store = read(
                DataStore.class,
                type,
                "{\"id\": \"" + AZURE + id + "\", \"name\": \"a\", \"public_network_access_enabled\": false,"
                        + " \"network_rules\": [{\"default_action\": \"Deny\"}]}",
                (AZURE + id).toLowerCase(Locale.ROOT));

        assertThat(store.publicNetwork()).isFalse();
        assertThat(store.openRanges())
                .as("a state may be older than its firewall")
                .isNull();
    }

    @Test
    void whatAnybodyMayReadIsTold() throws IOException {
        String container = AZURE + "Storage/storageAccounts/a/blobServices/default/containers/site";
        String account = AZURE + "Storage/storageAccounts/a";

        assertThat(read(
                                DataStore.class,
                                "azurerm_storage_container",
                                "{\"id\": \"https://a.blob.core.windows.net/site\", \"resource_manager_id\": \""
                                        + container + "\", \"name\": \"site\", \"container_access_type\": \"blob\"}",
                                container.toLowerCase(Locale.ROOT))
                        .publicAccess())
                .isTrue();
        assertThat(read(
                                DataStore.class,
                                "azurerm_storage_account",
                                "{\"id\": \"" + account + "\", \"allow_nested_items_to_be_public\": false}",
                                account.toLowerCase(Locale.ROOT))
                        .publicAccess())
                .isFalse();
        assertThat(read(
                                DataStore.class,
                                "google_storage_bucket",
                                "{\"name\": \"cards\", \"public_access_prevention\": \"enforced\"}",
                                "//storage.googleapis.com/cards")
                        .publicAccess())
                .isFalse();
        assertThat(read(
                                DataStore.class,
                                "google_bigquery_dataset",
                                "{\"id\": \"projects/shop/datasets/d\", \"access\":"
                                        + " [{\"special_group\": \"allAuthenticatedUsers\"}]}",
                                "//bigquery.googleapis.com/projects/shop/datasets/d")
                        .publicAccess())
                .isTrue();
    }

    @Test
    void aDatabaseOfGoogleSaysToWhomItAnswers() throws IOException {
        DataStore store = read(
                DataStore.class,
                "google_sql_database_instance",
                """
                {"project": "shop", "name": "orders", "settings": [{"ip_configuration": [
                  {"ipv4_enabled": true, "authorized_networks": [{"name": "office", "value": "198.51.100.0/24"}]}]}]}\
                """,
                "//cloudsql.googleapis.com/projects/shop/instances/orders");

        assertThat(store.publicNetwork()).isTrue();
        assertThat(store.openRanges()).containsExactly("198.51.100.0/24");
    }

    @Test
    void aVaultOfAzureIsAStoreOfSecrets() throws IOException {
        String vault = AZURE + "KeyVault/vaults/a";

        assertThat(read(
                                SecretStore.class,
                                "azurerm_key_vault",
                                "{\"id\": \"" + vault + "\", \"name\": \"a\"}",
                                vault.toLowerCase(Locale.ROOT))
                        .publicNetwork())
                .isNull();
    }
}
