package dev.throughline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function: Lambda, Azure Function, Cloud Function.
 *
 * <p>Key: {@code cloud:<native id>}. Source: Lambda ListFunctions; Microsoft.Web/sites (functionapp);
 * cloudfunctions.googleapis.com/Function.
 *
 * @param key its key
 * @param name name
 * @param runtime runtime
 * @param tags tags as {@code key=value}, sorted
 */
public record ServerlessFunction(
        AssetKey key,
        @Nullable String name,
        @Nullable String runtime,
        @Nullable List<String> tags) implements Asset {
    /** Checks the key and copies lists. */
    public ServerlessFunction {
        AssetKind.SERVERLESS_FUNCTION.check(key);
        tags = tags == null ? null : List.copyOf(tags);
    }
}
