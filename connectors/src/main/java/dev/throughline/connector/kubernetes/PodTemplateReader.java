package dev.throughline.connector.kubernetes;

import dev.throughline.connector.kubernetes.PodSpec.ContainerSpec;
import dev.throughline.connector.kubernetes.PodSpec.VolumeSpec;
import dev.throughline.connector.support.Fields;
import dev.throughline.fact.Rejection;
import dev.throughline.model.ImageReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads pod templates and pods. The pods of a workload are alike, so what is in them is kept once. A broken image
 * reference costs the image, not the workload.
 */
final class PodTemplateReader {
    private static final List<String> CONTAINERS = List.of("initContainers", "containers", "ephemeralContainers");
    private static final List<String> STATUSES =
            List.of("initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses");

    /** What is read of a pod, but for the node it runs on. */
    private static final List<String> READ = List.of(
            "serviceAccountName",
            "serviceAccount",
            "automountServiceAccountToken",
            "hostNetwork",
            "hostPID",
            "hostIPC",
            "shareProcessNamespace",
            "initContainers",
            "containers",
            "ephemeralContainers",
            "volumes",
            "securityContext");

    private final Dump dump;
    private final Map<PodSpec, PodSpec> kept = new Recent<>();
    private final Map<String, ImageId> imageIds = new Recent<>();
    private final Set<String> images = Collections.newSetFromMap(new Recent<>());

    /** The pods of a workload follow each other, and mostly say the same. */
    private final LastRead<PodSpec> lastSpec = new LastRead<>(READ);

    private final LastRead<Map<String, ImageId>> lastImageIds = new LastRead<>(STATUSES);
    private @Nullable PodTemplate lastTemplate;
    private String lastNamespace = "";

    /** Whether something was left out of what is being read. */
    private boolean leftOut;

    /**
     * Makes a reader.
     *
     * @param dump is told what pods run as, and what had to be left out
     */
    PodTemplateReader(Dump dump) {
        this.dump = dump;
    }

    @SuppressWarnings("ReferenceEquality") // specs are kept once
    PodTemplate read(String namespace, Map<String, String> labels, Fields spec, List<Fields> claimTemplates) {
        PodSpec known = claimTemplates.isEmpty() ? lastSpec.of(spec) : null;
        PodSpec read = known == null ? spec(namespace, spec, claimTemplates) : known;
        PodTemplate last = lastTemplate;
        if (last != null && last.spec() == read && last.labels().equals(labels) && namespace.equals(lastNamespace)) {
            return last;
        }
        PodTemplate template = new PodTemplate(Map.copyOf(labels), read);
        dump.usedAccounts.add(new ObjectName(namespace, read.serviceAccount()));
        if (IngressControllers.mayServe(template)) {
            dump.ingressNamespaces.add(namespace);
        }
        lastTemplate = template;
        lastNamespace = namespace;
        return template;
    }

    private PodSpec spec(String namespace, Fields spec, List<Fields> claimTemplates) {
        leftOut = false;
        List<VolumeSpec> volumes = VolumeReader.read(spec.list("volumes"), claimTemplates);
        boolean hostNetwork = isTrue(spec, "hostNetwork");
        PodSpec read = new PodSpec(
                serviceAccount(spec),
                spec.bool("automountServiceAccountToken"),
                hostNetwork,
                isTrue(spec, "hostPID"),
                isTrue(spec, "hostIPC"),
                isTrue(spec, "shareProcessNamespace"),
                containers(namespace, spec, hostNetwork, volumes),
                volumes,
                VolumeReader.tokenAudiences(spec.list("volumes")));
        PodSpec same = kept.putIfAbsent(read, read);
        PodSpec result = same == null ? read : same;
        if (claimTemplates.isEmpty() && !leftOut) {
            lastSpec.keep(spec, result);
        }
        return result;
    }

    /** What the runtime reports to run, by name of container. */
    Map<String, ImageId> imageIds(String namespace, Fields status) {
        Map<String, ImageId> last = lastImageIds.of(status);
        if (last != null) {
            return last;
        }
        leftOut = false;
        Map<String, ImageId> ids = new HashMap<>();
        for (String field : STATUSES) {
            for (Fields container : status.list(field)) {
                String text = container.text("imageID");
                if (text != null && !text.isEmpty()) {
                    ImageId id = id(namespace, text, container.get("imageID"));
                    if (id != null) {
                        ids.put(container.requiredText("name"), id);
                    }
                }
            }
        }
        Map<String, ImageId> read = Map.copyOf(ids);
        if (!leftOut) {
            lastImageIds.keep(status, read);
        }
        return read;
    }

    static boolean isTrue(Fields fields, String name) {
        return Boolean.TRUE.equals(fields.bool(name));
    }

    private static String serviceAccount(Fields spec) {
        // serviceAccount is the old name of the field.
        for (String field : List.of("serviceAccountName", "serviceAccount")) {
            String name = spec.text(field);
            if (name != null && !name.isEmpty()) {
                return Manifest.nameAt(spec, field);
            }
        }
        return "default";
    }

    private List<ContainerSpec> containers(
            String namespace, Fields spec, boolean hostNetwork, List<VolumeSpec> volumes) {
        ContainerReader reader = new ContainerReader(spec.object("securityContext"), hostNetwork, volumes);
        List<ContainerSpec> containers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String field : CONTAINERS) {
            for (Fields container : spec.list(field)) {
                ContainerSpec read = reader.read(container, type(field, container));
                if (!names.add(read.name())) {
                    throw new IllegalArgumentException("two containers of one name");
                }
                checkImage(namespace, read.image(), container.get("image"));
                containers.add(read);
            }
        }
        return List.copyOf(containers);
    }

    /** An init container that is restarted goes on beside the others (Kubernetes, <em>Sidecar Containers</em>). */
    private static String type(String field, Fields container) {
        return switch (field) {
            case "initContainers" -> "Always".equals(container.text("restartPolicy")) ? "sidecar" : "init";
            case "ephemeralContainers" -> "ephemeral";
            default -> "app";
        };
    }

    private @Nullable ImageId id(String namespace, String text, Fields at) {
        try {
            return imageIds.computeIfAbsent(text, ImageId::parse);
        } catch (IllegalArgumentException e) {
            reject(namespace, at, e);
            return null;
        }
    }

    private void checkImage(String namespace, @Nullable String image, Fields at) {
        try {
            if (image != null && !images.contains(image)) {
                ImageReference.parse(image);
                images.add(image);
            }
        } catch (IllegalArgumentException e) {
            reject(namespace, at, e);
        }
    }

    private void reject(String namespace, Fields at, IllegalArgumentException cause) {
        leftOut = true;
        dump.tally(namespace).reject(new Rejection(at.file(), at.pointer(), String.valueOf(cause.getMessage())));
    }
}
