package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * What a scanner reported: a weakness at a place. A {@code Finding} is what the analysis makes of it.
 *
 * <p>Key: {@code finding:<64 hex>}. Source: SARIF 2.1.0 §3.27 result; GitHub alerts; Trivy results.
 *
 * @param key its key
 * @param title one line, without source code
 * @param type what kind of scan found it
 * @param severity severity as reported
 * @param tool tool that reported it
 * @param path file, from the root of the repository or image
 * @param line first line, from 1
 * @param fixedVersion version that mends it
 * @param packageName package URL or name of the affected package
 * @param state state in the system that reported it; kept beside ours, never merged into it
 * @param url address of the alert
 * @param secretHash of a credential: keyed hash of its value, as in {@link ExposedSecret}; null unless its reader was given
 *     a key
 */
public record Weakness(
        AssetKey key,
        @Nullable String title,
        @Nullable WeaknessType type,
        @Nullable Severity severity,
        @Nullable String tool,
        @Nullable String path,
        @Nullable Long line,
        @Nullable String fixedVersion,
        @Nullable String packageName,
        @Nullable SourceState state,
        @Nullable String url,
        @Nullable String secretHash)
        implements Asset {
    /** Checks the key and copies lists. */
    public Weakness {
        AssetKind.WEAKNESS.check(key);
    }

    /**
     * A weakness that is no credential, or one of whose value nothing is known.
     *
     * @param key its key
     * @param title one line, without source code
     * @param type what kind of scan found it
     * @param severity severity as reported
     * @param tool tool that reported it
     * @param path file, from the root of the repository or image
     * @param line first line, from 1
     * @param fixedVersion version that mends it
     * @param packageName package URL or name of the affected package
     * @param state state in the system that reported it
     * @param url address of the alert
     */
    public Weakness(
            AssetKey key,
            @Nullable String title,
            @Nullable WeaknessType type,
            @Nullable Severity severity,
            @Nullable String tool,
            @Nullable String path,
            @Nullable Long line,
            @Nullable String fixedVersion,
            @Nullable String packageName,
            @Nullable SourceState state,
            @Nullable String url) {
        this(key, title, type, severity, tool, path, line, fixedVersion, packageName, state, url, null);
    }
}
