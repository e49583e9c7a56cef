package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A file of a repository, kept only where something names it: a weakness in it, or a resource that was made from it.
 *
 * <p>Key: {@code file:github.com/acme/shop/src/Main.java}. Source: SARIF 2.1.0 §3.4 artifactLocation; tags of Yor.
 *
 * @param key its key
 * @param path path from the root of the repository, with forward slashes
 */
public record SourceFile(AssetKey key, @Nullable String path) implements Asset {
    /** Checks the key and copies lists. */
    public SourceFile {
        AssetKind.SOURCE_FILE.check(key);
    }
}
