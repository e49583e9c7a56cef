package dev.throughline.model;

/**
 * The internet: where every outside attacker starts.
 *
 * <p>Key: {@code outside:internet}. Source: Entry point of attack paths.
 *
 * @param key its key
 */
public record Internet(AssetKey key) implements Asset {
    /** Checks the key and copies lists. */
    public Internet {
        AssetKind.INTERNET.check(key);
    }
}
