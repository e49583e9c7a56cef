package dev.throughline.mapping.link;

import dev.throughline.model.AssetKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the addresses that documents and labels write. Dirt in a claim makes no error, only no link. Many images name one
 * repository, so what was read once is kept for the pass of one linker.
 */
final class Addresses {
    private final Map<String, Optional<AssetKey>> repositories = new HashMap<>();

    /** The repository, if the text is the address of one. */
    @Nullable
    AssetKey repository(@Nullable String url) {
        return url == null
                ? null
                : repositories.computeIfAbsent(url, Addresses::read).orElse(null);
    }

    private static Optional<AssetKey> read(String url) {
        try {
            return Optional.of(AssetKey.repository(url));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The commit, unless it is abbreviated: a short name may fit several. */
    static @Nullable AssetKey commit(AssetKey repository, @Nullable String sha) {
        if (sha == null || (sha.length() != 40 && sha.length() != 64)) {
            return null;
        }
        try {
            return AssetKey.commit(repository, sha);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
