package dev.throughline.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import dev.throughline.model.RelationType;
import java.util.List;
import java.util.Map;

/** An estate that goes on with a Kubernetes workload. */
@CheckReturnValue
public final class WorkloadStep extends SmallEstate {
    private final String cluster;
    private final String namespace;
    private final String type;
    private final String name;
    private final AssetKey workload;

    WorkloadStep(EstateFacts facts, String cluster, String namespace, String type, String name) {
        super(withPlace(facts, cluster, namespace, type, name));
        this.cluster = cluster;
        this.namespace = namespace;
        this.type = type;
        this.name = name;
        this.workload = AssetKey.workload(cluster, namespace, type, name);
    }

    private static EstateFacts withPlace(
            EstateFacts facts, String cluster, String namespace, String type, String name) {
        AssetKey workload = AssetKey.workload(cluster, namespace, type, name);
        if (facts.assets().containsKey(workload)) {
            return facts;
        }
        AssetKey place = AssetKey.inCluster(AssetKind.NAMESPACE, cluster, namespace);
        return facts.with(workload, Map.of("name", name, "namespace", namespace, "type", type))
                .with(AssetKey.of(AssetKind.CLUSTER, cluster), RelationType.CONTAINS, place)
                .with(place, RelationType.CONTAINS, workload);
    }

    private WorkloadStep and(EstateFacts more) {
        return new WorkloadStep(more, cluster, namespace, type, name);
    }

    /**
     * Adds a container that runs an image.
     *
     * @param image digest of its manifest, index or configuration
     * @return this estate with the container
     */
    public WorkloadStep runs(Digest image) {
        return runs(AssetKey.image(image), image.toString());
    }

    /**
     * Adds a container that runs an image by its name.
     *
     * @param reference a reference; without a digest the workload runs whatever the tag points at
     * @return this estate with the container
     */
    public WorkloadStep runs(String reference) {
        ImageReference parsed = ImageReference.parse(reference);
        return runs(
                parsed.digest() == null ? AssetKey.imageTag(parsed) : AssetKey.image(parsed.digest()),
                parsed.toString());
    }

    private WorkloadStep runs(AssetKey image, String reference) {
        long before = facts.relations().stream()
                .filter(r -> r.from().equals(workload) && r.to().mayBe(AssetKind.CONTAINER))
                .count();
        AssetKey container = AssetKey.inNamespace(
                AssetKind.CONTAINER, cluster, namespace, type + "/" + name + "/container-" + (before + 1));
        return and(facts.with(container, Map.of("image", reference))
                .with(workload, RelationType.CONTAINS, container)
                .with(container, RelationType.CREATED_FROM, image, Map.of("reference", reference)));
    }

    /**
     * Puts an annotation on the workload.
     *
     * @param annotation name of the annotation
     * @param value its value
     * @return this estate with the annotation
     */
    public WorkloadStep annotated(String annotation, String value) {
        return and(facts.plus(workload, "annotations", annotation + "=" + value));
    }

    /**
     * Puts a load balancer that anybody can reach in front of the workload.
     *
     * @return this estate with the load balancer
     */
    public WorkloadStep exposedToTheInternet() {
        AssetKey service = AssetKey.inNamespace(AssetKind.KUBERNETES_SERVICE, cluster, namespace, name);
        return and(facts.with(
                        service,
                        Map.of(
                                "type", "LoadBalancer",
                                "loadBalancerAddresses", List.of("203.0.113.7"),
                                "ports", List.of()))
                .with(service, RelationType.ROUTES_TO, workload));
    }
}
