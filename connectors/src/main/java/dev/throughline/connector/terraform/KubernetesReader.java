package dev.throughline.connector.terraform;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.RequestedImage;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Workloads of the provider {@code kubernetes}. Which cluster they run in no state tells. */
final class KubernetesReader implements ResourceReader {
    private static final Map<String, String> KINDS = Map.of(
            "deployment", "Deployment",
            "stateful_set", "StatefulSet",
            "daemonset", "DaemonSet",
            "daemon_set", "DaemonSet",
            "cron_job", "CronJob",
            "job", "Job",
            "pod", "Pod");

    private final @Nullable String cluster;

    KubernetesReader(@Nullable String cluster) {
        this.cluster = cluster;
    }

    @Override
    public @Nullable AssetKey read(ManagedResource resource, FactSink sink) {
        String kind =
                KINDS.get(resource.type().substring("kubernetes_".length()).replaceFirst("_v[0-9]\\w*$", ""));
        if (kind == null) {
            return null;
        }
        if (cluster == null) {
            throw new IllegalArgumentException("the cluster is not known; name it with TerraformConnector.cluster");
        }
        Fields metadata = resource.block("metadata");
        String name = metadata.requiredText("name");
        String namespace = Objects.requireNonNullElse(ManagedResource.text(metadata, "namespace"), "default");
        AssetKey key = AssetKey.workload(cluster, namespace, kind, name);
        sink.accept(new Workload(key, name, namespace, kind, null, null, null, null, null, null, null, null, null));
        Fields pod = podSpec(resource);
        for (String list : List.of("container", "init_container")) {
            for (Fields container : ManagedResource.blocks(pod, list)) {
                String image = ManagedResource.text(container, "image");
                if (image != null) {
                    RequestedImage.created(key, image, sink);
                }
            }
        }
        return key;
    }

    /** The specification of the pods, below those of what makes them. */
    private static Fields podSpec(ManagedResource resource) {
        Fields spec = resource.block("spec");
        for (String template : List.of("job_template", "template")) {
            Fields inner = ManagedResource.block(spec, template);
            spec = inner.isAbsent() ? spec : ManagedResource.block(inner, "spec");
        }
        return spec;
    }

    @Override
    public @Nullable Map<String, String> tags(ManagedResource resource) {
        return resource.block("metadata").stringMap("annotations");
    }
}
