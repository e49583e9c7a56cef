package dev.throughline.mapping.link;

import dev.throughline.model.AssetKey;
import org.jspecify.annotations.Nullable;

/** Reads what documents and labels write. Dirt in a claim makes no error, only no link. */
final class Addresses {
    private Addresses() {}

    static @Nullable AssetKey repository(String url) {
        try {
            return AssetKey.repository(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The commit, unless it is abbreviated: a short name may fit several. */
    static @Nullable AssetKey commit(AssetKey repository, @Nullable String sha) {
        try {
            return sha == null ? null : AssetKey.commit(repository, sha);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
