package dev.throughline.connector.attestation;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which subjects of a statement are container images. */
final class SubjectImage {
    /** A domain name, a host with its port, or {@code localhost}, and something below it. */
    private static final Pattern WITH_REGISTRY = Pattern.compile(
            "(?:[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z][a-z0-9-]*|[a-z0-9.-]+:[0-9]+|localhost)/.+",
            Pattern.CASE_INSENSITIVE);

    private SubjectImage() {}

    /** The image that a subject is, if it is one and has a SHA-256 digest. */
    static Optional<AssetKey> of(Fields subject, @Nullable String buildType) {
        String sha256 = subject.object("digest").text("sha256");
        if (sha256 == null || !(BuildType.makesImages(buildType) || namesImage(subject.text("name")))) {
            return Optional.empty();
        }
        return Optional.of(key(sha256, subject.pointer() + "/digest/sha256"));
    }

    static AssetKey key(String sha256, String pointer) {
        try {
            return AssetKey.image(Digest.parse("sha256:" + sha256));
        } catch (IllegalArgumentException e) {
            throw new WrongShape(pointer, "not 64 hex digits");
        }
    }

    private static boolean namesImage(@Nullable String name) {
        if (name == null) {
            return false;
        }
        if (name.startsWith("pkg:docker/") || name.startsWith("pkg:oci/")) {
            return true;
        }
        String reference = name.startsWith("https://") ? name.substring("https://".length()) : name;
        if (!WITH_REGISTRY.matcher(reference).matches()) {
            return false;
        }
        try {
            ImageReference.parse(reference);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
