package dev.throughline.connector.terraform;

import com.google.common.collect.ImmutableMap;
import dev.throughline.connector.support.Fields;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes resources as Cloud Asset Inventory describes them, for the types whose attributes tell what their reader looks at. */
final class GoogleAssets {
    /**
     * How a type is written.
     *
     * @param type type of the asset
     * @param writer writes its data
     */
    private record Form(String type, Function<ManagedResource, Answer> writer) {}

    private static final Map<String, Form> BY_TYPE = ImmutableMap.<String, Form>builder()
            .put("google_cloud_run_service", new Form("run.googleapis.com/Service", GoogleAssets::service))
            .put("google_cloud_run_v2_service", new Form("run.googleapis.com/Service", GoogleAssets::secondService))
            .put(
                    "google_cloudfunctions_function",
                    new Form("cloudfunctions.googleapis.com/CloudFunction", GoogleAssets::function))
            .put(
                    "google_cloudfunctions2_function",
                    new Form("cloudfunctions.googleapis.com/Function", GoogleAssets::secondFunction))
            .put("google_service_account", new Form("iam.googleapis.com/ServiceAccount", copied("email", "disabled")))
            .put("google_storage_bucket", new Form("storage.googleapis.com/Bucket", GoogleAssets::bucket))
            .put("google_bigquery_table", new Form("bigquery.googleapis.com/Table", copied()))
            .put("google_bigquery_dataset", new Form("bigquery.googleapis.com/Dataset", GoogleAssets::dataset))
            .put("google_sql_database_instance", new Form("sqladmin.googleapis.com/Instance", GoogleAssets::database))
            .put("google_secret_manager_secret", new Form("secretmanager.googleapis.com/Secret", copied()))
            .put("google_kms_crypto_key", new Form("cloudkms.googleapis.com/CryptoKey", copied()))
            .buildOrThrow();

    private GoogleAssets() {}

    /** Of types that are not listed no more is written than name and labels. */
    static Answer of(ManagedResource resource, @Nullable Map<String, String> labels) {
        Form form = BY_TYPE.getOrDefault(resource.type(), new Form(resource.type(), copied()));
        Answer data = form.writer().apply(resource).put("labels", labels);
        return new Answer().put("asset_type", form.type()).put("resource", new Answer().put("data", data));
    }

    private static Function<ManagedResource, Answer> copied(String... names) {
        return resource -> new Answer().copy(resource.values(), names).copy(resource.values(), "name");
    }

    private static Answer bucket(ManagedResource resource) {
        Answer access = new Answer().copy(resource.values(), "public_access_prevention=publicAccessPrevention");
        return new Answer().copy(resource.values(), "name").put("iamConfiguration", access);
    }

    /** Whom it is shared with, as the data set itself says; its name in the inventory is the last part of its id. */
    private static Answer dataset(ManagedResource resource) {
        List<Answer> access = ManagedResource.blocks(resource.values(), "access").stream()
                .map(entry -> new Answer().copy(entry, "special_group=specialGroup", "iam_member=iamMember"))
                .toList();
        return new Answer().list("access", access);
    }

    private static Answer database(ManagedResource resource) {
        Fields network = ManagedResource.block(resource.block("settings"), "ip_configuration");
        List<Answer> ranges = ManagedResource.blocks(network, "authorized_networks").stream()
                .map(range -> new Answer().copy(range, "value"))
                .toList();
        Answer configuration =
                new Answer().copy(network, "ipv4_enabled=ipv4Enabled").list("authorizedNetworks", ranges);
        return new Answer()
                .copy(resource.values(), "name")
                .put("settings", new Answer().put("ipConfiguration", configuration));
    }

    private static Answer service(ManagedResource resource) {
        Fields metadata = resource.block("metadata");
        String effective = "effective_annotations";
        Answer annotations = new Answer()
                .copy(
                        metadata.object(metadata.has(effective) ? effective : "annotations"),
                        "run.googleapis.com/ingress");
        Fields spec = ManagedResource.block(resource.block("template"), "spec");
        Answer pod = containers(spec).copy(spec, "service_account_name=serviceAccountName");
        return new Answer()
                .put("metadata", new Answer().put("annotations", annotations))
                .put("spec", new Answer().put("template", new Answer().put("spec", pod)));
    }

    private static Answer secondService(ManagedResource resource) {
        Fields template = resource.block("template");
        return new Answer()
                .copy(resource.values(), "name", "ingress")
                .put("template", containers(template).copy(template, "service_account=serviceAccount"));
    }

    private static Answer containers(Fields parent) {
        List<Answer> containers = ManagedResource.blocks(parent, "containers").stream()
                .map(container -> new Answer().copy(container, "image"))
                .toList();
        return new Answer().list("containers", containers);
    }

    private static Answer function(ManagedResource resource) {
        Answer data = new Answer()
                .copy(
                        resource.values(),
                        "name",
                        "runtime",
                        "ingress_settings=ingressSettings",
                        "service_account_email=serviceAccountEmail");
        String url = resource.text("https_trigger_url");
        return url == null ? data : data.put("httpsTrigger", new Answer().put("url", url));
    }

    private static Answer secondFunction(ManagedResource resource) {
        return new Answer()
                .copy(resource.values(), "name")
                .put("buildConfig", new Answer().copy(resource.block("build_config"), "runtime"))
                .put(
                        "serviceConfig",
                        new Answer()
                                .copy(
                                        resource.block("service_config"),
                                        "uri",
                                        "ingress_settings=ingressSettings",
                                        "service_account_email=serviceAccountEmail"));
    }
}
