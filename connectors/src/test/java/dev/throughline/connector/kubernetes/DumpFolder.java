package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Listing;
import java.nio.file.Path;

/** A folder of exports, for tests. */
final class DumpFolder {
    /** The pod {@code web}, with two labels and a port that has a name. */
    static final String POD = """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, labels: {app: web, tier: front}}
        spec: {containers: [{name: app, ports: [{name: http, containerPort: 8080}]}]}
        """;

    private final Path folder;

    DumpFolder(Path folder) {
        this.folder = folder;
    }

    /** The deployment {@code web} of revision 4. */
    static String deployment(String spec) {
        return """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              annotations:
                meta.helm.sh/release-name: web
                deployment.kubernetes.io/revision: "4"
            spec:
              replicas: 3
              template:
                metadata: {labels: {app: web, tier: front}}
                spec:
            """ + spec.indent(6);
    }

    DumpFolder with(String name, String content) {
        Written.file(folder, name, content);
        return this;
    }

    KubernetesConnector connector() {
        return KubernetesConnector.dump(folder).cluster("prod-eu");
    }

    /** What all partitions say. */
    Collected read() {
        Collected sink = new Collected();
        try (Listing listing = connector().list()) {
            listing.partitions().forEach(partition -> partition.read(sink));
        }
        return sink;
    }
}
