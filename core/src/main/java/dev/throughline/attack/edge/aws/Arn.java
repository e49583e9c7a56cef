package dev.throughline.attack.edge.aws;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import org.jspecify.annotations.Nullable;

/**
 * An Amazon Resource Name, taken apart.
 *
 * @param partition partition: {@code aws}, {@code aws-cn}, {@code aws-us-gov} and others of their kind
 * @param service service, such as {@code iam}
 * @param region region; empty for global services
 * @param account account; empty for buckets
 * @param resource what follows
 */
record Arn(String partition, String service, String region, String account, String resource) {
    private static final int PARTS = 6;

    /** Takes the key of a cloud resource apart; null if it is none of AWS. */
    static @Nullable Arn of(AssetKey key) {
        return key.mayBe(AssetKind.CLOUD_RESOURCE) ? parse(key.value()) : null;
    }

    static @Nullable Arn parse(String text) {
        String[] parts = text.startsWith("arn:aws") ? text.split(":", PARTS) : new String[0];
        return parts.length == PARTS ? new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]) : null;
    }

    /** What ARNs of a service begin with in the same partition, region and account. */
    String sibling(String service, String account) {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":";
    }

    /** The name of a user, role or group: what follows its path. */
    String name() {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }
}
