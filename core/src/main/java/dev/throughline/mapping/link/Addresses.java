package dev.throughline.mapping.link;

import dev.throughline.model.AssetKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the addresses that documents and labels write. Dirt in a claim makes no error, only no link. Many images name one
 * repository, so what was read once is kept for the pass of one linker.
 */
final class Addresses {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}|[0-9a-fA-F]{64}");

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
        return sha != null && COMMIT.matcher(sha).matches() ? AssetKey.commit(repository, sha) : null;
    }
}
