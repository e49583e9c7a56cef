package dev.throughline.attack.edge.aws;

import dev.throughline.model.AssetKey;

/**
 * What a request is about.
 *
 * @param asset the asset
 * @param arn its ARN; or what the ARNs of all that lies in it begin with
 * @param whole whether the request is about the asset itself, and not about anything that lies in it
 * @param account account it belongs to
 */
record Target(AssetKey asset, String arn, boolean whole, String account) implements Comparable<Target> {
    /** The same, asked for a database user: these have ARNs of their own, which no answer ties to a database. */
    Target databaseUsers() {
        Arn parts = Arn.of(asset);
        return parts == null ? this : new Target(asset, parts.sibling("rds-db", account) + "dbuser:", false, account);
    }

    /** The same, asked for the tasks of a container service, whose ARNs name its cluster. */
    Target tasks() {
        Arn parts = Arn.of(asset);
        String[] names = parts == null ? new String[0] : parts.resource().split("/", -1);
        return parts == null || names.length < 3
                ? this
                : new Target(asset, parts.sibling("ecs", account) + "task/" + names[1] + "/", false, account);
    }

    /** The same, asked for what lies in it, such as the objects of a bucket. */
    Target contents() {
        return new Target(asset, arn + "/", false, account);
    }

    @Override
    public int compareTo(Target other) {
        return arn.compareTo(other.arn);
    }
}
