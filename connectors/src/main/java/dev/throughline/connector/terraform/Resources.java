package dev.throughline.connector.terraform;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands resources to the readers of their providers, and says what they were made from. */
final class Resources {
    private final Origin origin;
    private final Map<String, ResourceReader> readers;

    Resources(Origin origin, @Nullable String cluster) {
        this.origin = origin;
        this.readers = Map.of(
                "aws", new AwsReader(),
                "azuread", new DirectoryReader(),
                "azurerm", new AzureReader(),
                "google", new GoogleReader(),
                "kubernetes", new KubernetesReader(cluster));
    }

    /** The first word of a type is its provider. */
    void read(ManagedResource resource, FactSink sink) {
        int end = resource.type().indexOf('_');
        ResourceReader reader = end < 0 ? null : readers.get(resource.type().substring(0, end));
        AssetKey key = reader == null ? null : reader.read(resource, sink);
        if (reader != null && key != null) {
            Map<String, String> tags = reader.tags(resource);
            origin.link(key, resource.address(), tags == null ? Map.of() : tags, sink);
        }
    }
}
