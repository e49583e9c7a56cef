package dev.throughline.connector.kubernetes;

import dev.throughline.connector.kubernetes.PodSpec.ContainerSpec;
import dev.throughline.connector.support.Fields;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Pod (core/v1).
 *
 * @param name its name
 * @param controller its controller; a Node for static pods
 * @param node node it runs on
 * @param phase phase
 * @param address pod IP
 * @param annotations annotations that linkers read
 * @param helmRelease the HelmRelease of Flux that made it
 * @param template its labels and containers
 * @param imageIds what the runtime reports to run, by name of container
 */
record PodObject(
        ObjectName name,
        @Nullable Owner controller,
        @Nullable String node,
        @Nullable String phase,
        @Nullable String address,
        List<String> annotations,
        @Nullable ObjectName helmRelease,
        PodTemplate template,
        Map<String, ImageId> imageIds) {
    static PodObject of(Manifest manifest, PodTemplateReader templates) {
        Fields status = manifest.status();
        return new PodObject(
                manifest.name(),
                manifest.controller(),
                node(manifest.spec()),
                status.text("phase"),
                status.text("podIP"),
                ControllerObject.origins(manifest),
                FluxHelmRelease.thatMade(manifest),
                templates.read(manifest.name().namespace(), manifest.labels(), manifest.spec(), List.of()),
                templates.imageIds(manifest.name().namespace(), status));
    }

    private static @Nullable String node(Fields spec) {
        String node = spec.text("nodeName");
        return node == null || node.isEmpty() ? null : Manifest.nameAt(spec, "nodeName");
    }

    WorkloadName workloadName() {
        return new WorkloadName(name.namespace(), ObjectKind.POD.apiName(), name.name());
    }

    /** Whether its containers have ended for good. */
    boolean isOver() {
        return "Succeeded".equals(phase) || "Failed".equals(phase);
    }

    /** The image a container was asked to run. */
    @Nullable
    String image(String container) {
        for (ContainerSpec spec : template.spec().containers()) {
            if (spec.name().equals(container)) {
                return spec.image();
            }
        }
        return null;
    }
}
