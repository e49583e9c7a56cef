package dev.throughline.connector.support;

import dev.throughline.model.Digest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The labels of an image. Whoever builds an image writes into them what they like.
 *
 * @param byName value by name; null if nobody tells
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/annotations.md">OCI Image Specification 1.1,
 *     Annotations</a>
 */
public record ImageLabels(@Nullable Map<String, String> byName) {
    /**
     * The name of the base image.
     *
     * @return the label {@code org.opencontainers.image.base.name}; null if there is none
     */
    public @Nullable String baseName() {
        return label("org.opencontainers.image.base.name");
    }

    /**
     * The digest of the base image.
     *
     * @return the label {@code org.opencontainers.image.base.digest}; null if there is none, or it is no digest
     */
    public @Nullable String baseDigest() {
        String digest = label("org.opencontainers.image.base.digest");
        try {
            return digest == null ? null : Digest.parse(digest).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * All labels.
     *
     * @return {@code name=value}, sorted; null if nobody tells
     */
    public @Nullable List<String> list() {
        return byName == null
                ? null
                : byName.entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .sorted()
                        .toList();
    }

    private @Nullable String label(String name) {
        String value = byName == null ? null : byName.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
