package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cloud resource of a kind the ontology does not name, or one that has only been mentioned so far.
 *
 * <p>Key: {@code cloud:<native id>}. Source: Any cloud inventory.
 *
 * @param key its key
 * @param name name
 * @param type type at its provider
 * @param tags tags as {@code key=value}, sorted
 */
public record CloudResource(
        AssetKey key,
        @Nullable String name,
        @Nullable String type,
        @Nullable List<String> tags) implements Asset {
    /** Checks the key and copies lists. */
    public CloudResource {
        AssetKind.CLOUD_RESOURCE.check(key);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
