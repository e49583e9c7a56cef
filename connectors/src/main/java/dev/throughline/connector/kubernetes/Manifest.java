package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An object as it stands in a file. Lives only until its light record is made.
 *
 * @param kind its kind
 * @param name its name; the namespace is {@code default} where none is written
 * @param root the whole object
 */
record Manifest(ObjectKind kind, ObjectName name, Fields root) {
    private static final int DOCUMENT = 256;

    static Manifest of(ObjectKind kind, String namespace, Fields root) {
        Fields metadata = root.object("metadata");
        return new Manifest(kind, new ObjectName(namespace, nameAt(metadata, "name")), root);
    }

    /** The namespace an object is in; {@link ObjectName#CLUSTER_WIDE} for kinds that are in none. */
    static String namespaceOf(ObjectKind kind, Fields root) {
        if (!kind.namespaced()) {
            return ObjectName.CLUSTER_WIDE;
        }
        Fields metadata = root.object("metadata");
        String namespace = metadata.text("namespace");
        return namespace == null || namespace.isEmpty() ? "default" : nameAt(metadata, "namespace");
    }

    Fields spec() {
        return root.object("spec");
    }

    Fields status() {
        return root.object("status");
    }

    Map<String, String> labels() {
        return Map.copyOf(root.object("metadata").stringMap("labels"));
    }

    Map<String, String> annotations() {
        return root.object("metadata").stringMap("annotations");
    }

    /**
     * Annotations that are settings, as sorted {@code key=value}. Those that hold whole documents are left out: the
     * manifest as it was last applied, snippets of configuration.
     */
    List<String> settings() {
        return settings(key -> !key.equals("kubectl.kubernetes.io/last-applied-configuration"));
    }

    /** The settings whose keys are asked for. */
    List<String> settings(Predicate<String> keys) {
        List<String> settings = new ArrayList<>();
        annotations().forEach((key, value) -> {
            if (keys.test(key) && value.length() <= DOCUMENT && value.indexOf('\n') < 0) {
                settings.add(key + "=" + value);
            }
        });
        return sorted(settings);
    }

    @Nullable
    Owner controller() {
        for (Fields owner : root.object("metadata").list("ownerReferences")) {
            if (Boolean.TRUE.equals(owner.bool("controller"))) {
                return new Owner(nameAt(owner, "kind"), nameAt(owner, "name"));
            }
        }
        return null;
    }

    /** The addresses of {@code status.loadBalancer.ingress}. */
    List<String> loadBalancerAddresses() {
        List<String> addresses = new ArrayList<>();
        for (Fields point : status().object("loadBalancer").list("ingress")) {
            String address = point.has("ip") ? point.text("ip") : point.text("hostname");
            if (address != null && !address.isEmpty()) {
                addresses.add(address);
            }
        }
        return List.copyOf(addresses);
    }

    /** A required name of an object. */
    static String nameAt(Fields fields, String field) {
        String name = fields.requiredText(field);
        try {
            return ObjectName.check(name);
        } catch (IllegalArgumentException e) {
            throw new WrongShape(fields.get(field).pointer(), String.valueOf(e.getMessage()));
        }
    }

    /** Labels as sorted {@code key=value}. */
    static List<String> texts(Map<String, String> labels) {
        List<String> texts = new ArrayList<>(labels.size());
        labels.forEach((key, value) -> texts.add(key + "=" + value));
        return sorted(texts);
    }

    private static List<String> sorted(List<String> texts) {
        Collections.sort(texts);
        return List.copyOf(texts);
    }
}
