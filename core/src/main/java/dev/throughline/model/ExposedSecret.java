package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A credential found where it should not be: its kind and place, never its value.
 *
 * <p>Key: {@code secret:github.com/acme/shop/secret-scanning/7}. Source: GitHub REST {@code GET
 * /repos/{owner}/{repo}/secret-scanning/alerts}.
 *
 * @param key its key
 * @param secretType detector name of the kind of credential
 * @param title kind of credential for people
 * @param path file it was found in
 * @param line first line, from 1
 * @param state state in the system that reported it
 * @param validity active, inactive or unknown, as the platform checked
 * @param publiclyLeaked whether it was seen in public
 * @param url address of the alert
 * @param secretHash keyed hash of its value, by which the same credential is known elsewhere; null unless its reader was
 *     given a key
 */
public record ExposedSecret(
        AssetKey key,
        @Nullable String secretType,
        @Nullable String title,
        @Nullable String path,
        @Nullable Long line,
        @Nullable SourceState state,
        @Nullable String validity,
        @Nullable Boolean publiclyLeaked,
        @Nullable String url,
        @Nullable String secretHash)
        implements Asset {
    /** Checks the key and copies lists. */
    public ExposedSecret {
        AssetKind.EXPOSED_SECRET.check(key);
    }

    /**
     * A credential of whose value nothing is known.
     *
     * @param key its key
     * @param secretType detector name of the kind of credential
     * @param title kind of credential for people
     * @param path file it was found in
     * @param line first line, from 1
     * @param state state in the system that reported it
     * @param validity active, inactive or unknown, as the platform checked
     * @param publiclyLeaked whether it was seen in public
     * @param url address of the alert
     */
    public ExposedSecret(
            AssetKey key,
            @Nullable String secretType,
            @Nullable String title,
            @Nullable String path,
            @Nullable Long line,
            @Nullable SourceState state,
            @Nullable String validity,
            @Nullable Boolean publiclyLeaked,
            @Nullable String url) {
        this(key, secretType, title, path, line, state, validity, publiclyLeaked, url, null);
    }
}
