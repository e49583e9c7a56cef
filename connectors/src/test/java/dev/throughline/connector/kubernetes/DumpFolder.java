package dev.throughline.connector.kubernetes;

import dev.throughline.connector.support.Collected;
import dev.throughline.connector.support.Written;
import dev.throughline.fact.Listing;
import java.nio.file.Path;

/** A folder of exports, for tests. */
final class DumpFolder {
    private final Path folder;

    DumpFolder(Path folder) {
        this.folder = folder;
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
