package dev.throughline.connector.kubernetes;

import java.util.ArrayList;
import java.util.List;

/**
 * The pods of a namespace and their controllers, in the order of the dump.
 *
 * @param pods pods
 * @param controllers what has pod templates
 */
record NamespaceObjects(List<Described<PodObject>> pods, List<Described<ControllerObject>> controllers) {
    NamespaceObjects() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    void addAll(NamespaceObjects more) {
        pods.addAll(more.pods);
        controllers.addAll(more.controllers);
    }
}
