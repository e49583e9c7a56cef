package dev.throughline.model;

import org.jspecify.annotations.Nullable;

/**
 * A software package, named by its package URL.
 *
 * <p>Key: {@code package:pkg:maven/org.springframework/spring-webmvc@6.1.13}. Source: package-url
 * specification.
 *
 * @param key its key
 * @param type package URL type, such as maven or deb
 * @param name name with its namespace
 * @param version version
 */
public record SoftwarePackage(
        AssetKey key,
        @Nullable String type,
        @Nullable String name,
        @Nullable String version) implements Asset {
    /** Checks the key and copies lists. */
    public SoftwarePackage {
        AssetKind.SOFTWARE_PACKAGE.check(key);
    }
}
