package dev.throughline.model;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The kinds that share a key prefix. Kept apart from {@link AssetKind} so that keys can be made while kinds load. */
final class KeySpace {
    static final ImmutableMap<String, String> OUTSIDE = ImmutableMap.of(
            "outside:internet", "Internet",
            "outside:anonymous", "Anonymous",
            "outside:any-github-user", "AnyGitHubUser");

    private final String prefix;
    private final AssetKind[] kinds;

    private KeySpace(String prefix) {
        this.prefix = prefix;
        this.kinds = AssetKind.withPrefix(prefix);
    }

    /** The kinds of a key, by what stands before its first colon; null if there are none. */
    static @Nullable KeySpace find(String text, int colon) {
        KeySpace[][] byLength = Holder.BY_LENGTH;
        if (colon >= 0 && colon < byLength.length) {
            for (KeySpace space : byLength[colon]) {
                if (text.startsWith(space.prefix)) {
                    return space;
                }
            }
        }
        return null;
    }

    AssetKind mentioned(AssetKey key) {
        if (kinds.length == 1) {
            return kinds[0];
        }
        String outside = OUTSIDE.get(key.text());
        return outside == null ? AssetKind.CLOUD_RESOURCE : AssetKind.labelled(outside);
    }

    private static final class Holder {
        /** By the length of the prefix: so each key is told from a few others without a hash. */
        static final KeySpace[][] BY_LENGTH = byLength(Arrays.stream(AssetKind.values())
                .map(AssetKind::prefix)
                .distinct()
                .map(KeySpace::new)
                .toArray(KeySpace[]::new));

        private static KeySpace[][] byLength(KeySpace[] spaces) {
            int longest =
                    Arrays.stream(spaces).mapToInt(s -> s.prefix.length()).max().orElse(0);
            KeySpace[][] byLength = new KeySpace[longest + 1][];
            Arrays.setAll(
                    byLength,
                    length -> Arrays.stream(spaces)
                            .filter(space -> space.prefix.length() == length)
                            .toArray(KeySpace[]::new));
            return byLength;
        }
    }
}
