package dev.throughline.model;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The kinds that share a key prefix. Kept apart from {@link AssetKind} so that keys can be made while kinds load. */
final class KeySpace {
    static final ImmutableMap<String, String> OUTSIDE = ImmutableMap.of(
            "outside:internet", "Internet",
            "outside:anonymous", "Anonymous",
            "outside:any-github-user", "AnyGitHubUser");

    private final AssetKind[] kinds;

    private KeySpace(AssetKind[] kinds) {
        this.kinds = kinds;
    }

    static @Nullable KeySpace find(String prefix) {
        return Holder.BY_PREFIX.get(prefix);
    }

    AssetKind mentioned(AssetKey key) {
        if (kinds.length == 1) {
            return kinds[0];
        }
        String outside = OUTSIDE.get(key.text());
        return outside == null ? AssetKind.CLOUD_RESOURCE : AssetKind.labelled(outside);
    }

    private static final class Holder {
        static final Map<String, KeySpace> BY_PREFIX = Arrays.stream(AssetKind.values())
                .map(AssetKind::prefix)
                .distinct()
                .collect(Collectors.toUnmodifiableMap(p -> p, p -> new KeySpace(AssetKind.withPrefix(p))));
    }
}
