package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes Secret: its name and the names of its entries, never their values.
 *
 * <p>Key: {@code secretobject:prod-eu/shop/db-credentials}. Source: Kubernetes core/v1 Secret.
 *
 * @param key its key
 * @param name name
 * @param type type
 * @param entries names of its entries
 */
public record SecretObject(
        AssetKey key,
        @Nullable String name,
        @Nullable String type,
        @Nullable List<String> entries) implements Asset {
    /** Checks the key and copies lists. */
    public SecretObject {
        AssetKind.SECRET_OBJECT.check(key);
        entries = entries == null ? null : List.copyOf(entries);
    }
}
