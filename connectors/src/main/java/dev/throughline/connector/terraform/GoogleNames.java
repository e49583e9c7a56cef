package dev.throughline.connector.terraform;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Full resource names, from what the provider says of a resource. */
final class GoogleNames {
    private static final String PROJECTS = "projects/";

    /** Services whose resources are known by their id, {@code projects/…}. */
    private static final Map<String, String> BY_ID = ImmutableMap.<String, String>builder()
            .put("google_artifact_registry_repository", "artifactregistry")
            .put("google_bigquery_dataset", "bigquery")
            .put("google_bigquery_table", "bigquery")
            .put("google_cloud_run_v2_job", "run")
            .put("google_cloud_run_v2_service", "run")
            .put("google_cloudfunctions2_function", "cloudfunctions")
            .put("google_cloudfunctions_function", "cloudfunctions")
            .put("google_kms_crypto_key", "cloudkms")
            .put("google_kms_key_ring", "cloudkms")
            .put("google_pubsub_subscription", "pubsub")
            .put("google_pubsub_topic", "pubsub")
            .put("google_redis_instance", "redis")
            .buildOrThrow();

    /** Services that name their resources by the number of the project, as {@code name} does. */
    private static final Map<String, String> BY_NAME = Map.of(
            "google_iam_workload_identity_pool", "iam",
            "google_iam_workload_identity_pool_provider", "iam",
            "google_secret_manager_secret", "secretmanager");

    private GoogleNames() {}

    /** Null for types whose names are not known, and for what has no name yet. */
    static @Nullable String of(ManagedResource resource) {
        String type = resource.type();
        if (type.equals("google_storage_bucket")) {
            return below("storage", "", resource.text("name"));
        }
        if (type.equals("google_cloud_run_service") || type.equals("google_sql_database_instance")) {
            return placed(resource);
        }
        if (type.equals("google_service_account")) {
            String project = resource.text("project");
            String id = resource.text("unique_id");
            return project == null ? null : below("iam", PROJECTS + project + "/serviceAccounts/", id);
        }
        if (type.startsWith("google_compute_") || type.equals("google_container_cluster")) {
            return linked(type.startsWith("google_compute_") ? "compute" : "container", resource);
        }
        if (BY_ID.containsKey(type)) {
            return project(String.valueOf(BY_ID.get(type)), resource.text("id"));
        }
        return BY_NAME.containsKey(type) ? project(String.valueOf(BY_NAME.get(type)), resource.text("name")) : null;
    }

    /** Their ids have an older form. */
    private static @Nullable String placed(ManagedResource resource) {
        String project = resource.text("project");
        String location = resource.text("location");
        if (project == null) {
            return null;
        }
        if (resource.type().equals("google_sql_database_instance")) {
            return below("cloudsql", PROJECTS + project + "/instances/", resource.text("name"));
        }
        return location == null
                ? null
                : below("run", PROJECTS + project + "/locations/" + location + "/services/", resource.text("name"));
    }

    /** The address of the API tells a zone from a region. */
    private static @Nullable String linked(String service, ManagedResource resource) {
        String link = resource.text("self_link");
        int start = link == null ? -1 : link.indexOf("/" + PROJECTS);
        return link == null || start < 0 ? null : below(service, "", link.substring(start + 1));
    }

    private static @Nullable String project(String service, @Nullable String path) {
        return path == null || !path.startsWith(PROJECTS) ? null : below(service, "", path);
    }

    private static @Nullable String below(String service, String path, @Nullable String last) {
        return last == null ? null : "//" + service + ".googleapis.com/" + path + last;
    }
}
