package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A class of data, such as personal or cardholder data.
 *
 * <p>Key: {@code classification:cardholder-data}. Source: Classification by a scanner, a cloud or a user.
 *
 * @param key its key
 * @param name name
 */
public record DataClassification(AssetKey key, @Nullable String name) implements Asset {
    /** Checks the key and copies lists. */
    public DataClassification {
        AssetKind.DATA_CLASSIFICATION.check(key);
    }
}
