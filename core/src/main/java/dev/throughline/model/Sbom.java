package dev.throughline.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A software bill of materials.
 *
 * <p>Key: {@code sbom:sha256:<64 hex>}. Source: CycloneDX; SPDX.
 *
 * @param key its key
 * @param format CycloneDX or SPDX with its version
 * @param createdAt time it was made
 */
public record Sbom(
        AssetKey key, @Nullable String format, @Nullable Instant createdAt) implements Asset {
    /** Checks the key and copies lists. */
    public Sbom {
        AssetKind.SBOM.check(key);
    }
}
