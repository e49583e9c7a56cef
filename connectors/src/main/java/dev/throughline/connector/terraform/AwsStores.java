package dev.throughline.connector.terraform;

import com.google.common.collect.ImmutableMap;
import dev.throughline.model.AssetKey;
import dev.throughline.model.DataStore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Buckets, tables, queues, file systems and databases of which a state tells little more than that they hold data. */
final class AwsStores {
    private static final String NAME = "name";

    private static final Map<String, Form> BY_TYPE = ImmutableMap.<String, Form>builder()
            .put("aws_dynamodb_table", new Form("dynamodb", NAME, null))
            .put("aws_efs_file_system", new Form("efs", null, "encrypted"))
            .put("aws_elasticache_cluster", new Form("elasticache", "cluster_id", null))
            .put(
                    "aws_elasticache_replication_group",
                    new Form("elasticache", "replication_group_id", "at_rest_encryption_enabled"))
            .put("aws_elasticsearch_domain", new Form("opensearch", "domain_name", null))
            .put("aws_kinesis_stream", new Form("kinesis", NAME, null))
            .put("aws_memorydb_cluster", new Form("memorydb", NAME, null))
            .put("aws_opensearch_domain", new Form("opensearch", "domain_name", null))
            .put("aws_redshift_cluster", new Form("redshift", "cluster_identifier", "encrypted"))
            .put("aws_s3_bucket", new Form("s3", "bucket", null))
            .put("aws_sns_topic", new Form("sns", NAME, null))
            .put("aws_sqs_queue", new Form("sqs", NAME, null))
            .buildOrThrow();

    /**
     * Where a type says what.
     *
     * @param service the service, as its own connector names the type of its stores
     * @param name attribute with the name; null if only tags name it
     * @param encrypted attribute that says whether it is encrypted at rest; null if there is none, or it says too little
     */
    private record Form(
            String service, @Nullable String name, @Nullable String encrypted) {}

    private AwsStores() {}

    /** The store that a resource is; null if it is none. */
    static @Nullable DataStore of(
            AssetKey key, ManagedResource resource, @Nullable String tagged, @Nullable List<String> tags) {
        Form form = BY_TYPE.get(resource.type());
        if (form == null) {
            return null;
        }
        String name = form.name() == null ? tagged : resource.text(form.name());
        Boolean encrypted = form.encrypted() == null ? null : yesOrNo(resource, form.encrypted());
        return new DataStore(key, name, form.service(), null, encrypted, null, null, tags);
    }

    /** Newer versions of the provider write some of them as strings. */
    private static @Nullable Boolean yesOrNo(ManagedResource resource, String attribute) {
        String value = resource.values().scalar(attribute);
        return (value == null || value.isEmpty()) ? null : Boolean.valueOf(value);
    }
}
