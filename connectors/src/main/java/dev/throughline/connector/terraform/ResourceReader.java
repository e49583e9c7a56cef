package dev.throughline.connector.terraform;

import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the resources of one provider. */
interface ResourceReader {
    /**
     * Hands over what the resource says.
     *
     * @return the key that the cloud's own connector gives it; null if it is not an asset of its own
     */
    @Nullable
    AssetKey read(ManagedResource resource, FactSink sink);

    /** Its tags, labels or annotations; null where none were read. */
    @Nullable
    Map<String, String> tags(ManagedResource resource);
}
