package dev.throughline.model;

/**
 * Anybody who is not signed in, reading what is public.
 *
 * <p>Key: {@code outside:anonymous}. Source: Entry point of attack paths.
 *
 * @param key its key
 */
public record Anonymous(AssetKey key) implements Asset {
    /** Checks the key and copies lists. */
    public Anonymous {
        AssetKind.ANONYMOUS.check(key);
    }
}
