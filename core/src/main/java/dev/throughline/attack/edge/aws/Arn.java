package dev.throughline.attack.edge.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import org.jspecify.annotations.Nullable;

/**
 * An Amazon Resource Name, taken apart.
 *
 * @param service service, such as {@code iam}
 * @param region region; empty for global services
 * @param account account; empty for buckets
 * @param resource what follows
 */
record Arn(String service, String region, String account, String resource) {
    private static final int PARTS = 6;

    /** Takes the key of a cloud resource apart; null if it is none of AWS. */
    static @Nullable Arn of(AssetKey key) {
        return key.mayBe(AssetKind.CLOUD_RESOURCE) ? parse(key.value()) : null;
    }

    static @Nullable Arn parse(String text) {
        String[] parts = text.startsWith("arn:aws") ? text.split(":", PARTS) : new String[0];
        return parts.length == PARTS ? new Arn(parts[2], parts[3], parts[4], parts[5]) : null;
    }

    /** The name of a user, role or group: what follows its path. */
    String name() {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }
}
