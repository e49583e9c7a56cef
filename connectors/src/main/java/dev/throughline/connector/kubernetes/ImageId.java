package dev.throughline.connector.kubernetes;

import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import org.jspecify.annotations.Nullable;

/**
 * What a runtime reports to run (core/v1 ContainerStatus {@code imageID}).
 *
 * @param source where it was pulled from; unknown where the runtime names the image by the digest of its configuration
 * @param digest digest of the manifest, or of the configuration where the source is unknown
 */
record ImageId(@Nullable ImageReference source, Digest digest) {
    /**
     * Reads {@code repository@sha256:…}, {@code docker-pullable://repository@sha256:…}, {@code docker://sha256:…} or
     * {@code sha256:…}.
     *
     * @throws IllegalArgumentException if it names no digest
     */
    static ImageId parse(String text) {
        String plain = text.substring(text.indexOf("://") < 0 ? 0 : text.indexOf("://") + 3);
        if (plain.startsWith("sha256:") || plain.startsWith("sha512:")) {
            return new ImageId(null, Digest.parse(plain));
        }
        ImageReference source = ImageReference.parse(plain);
        if (source.digest() == null) {
            throw new IllegalArgumentException("an image id without a digest");
        }
        return new ImageId(source, source.digest());
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return String.valueOf(source == null ? digest : source);
    }
}
