package dev.throughline.connector.cloudformation;

import dev.throughline.model.AssetKey;
import org.jspecify.annotations.Nullable;

/**
 * What stacks were made from.
 *
 * @param repository its repository; null if nobody said
 * @param path file or folder in it; null if nobody said
 */
record Template(@Nullable AssetKey repository, @Nullable String path) {
    static final Template UNKNOWN = new Template(null, null);
}
