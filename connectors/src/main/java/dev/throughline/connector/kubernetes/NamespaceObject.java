package dev.throughline.connector.kubernetes;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Namespace (core/v1). */
record NamespaceObject(String name, @Nullable String podSecurity, Map<String, String> labelsByName) {
    static NamespaceObject of(Manifest manifest) {
        Map<String, String> labels = manifest.labels();
        return new NamespaceObject(manifest.name().name(), labels.get("pod-security.kubernetes.io/enforce"), labels);
    }

    List<String> labels() {
        return Manifest.texts(labelsByName);
    }
}
