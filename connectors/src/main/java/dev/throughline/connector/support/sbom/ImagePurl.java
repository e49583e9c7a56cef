package dev.throughline.connector.support.sbom;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import dev.throughline.model.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a package URL of type {@code oci} or {@code docker} tells of an image.
 *
 * @param digest digest of its manifest; null if it has none
 * @param repository repository of a registry that holds it, without tag and digest; null if it names none
 * @param tag tag in that repository; null if it has none
 */
public record ImagePurl(
        @Nullable Digest digest,
        @Nullable ImageReference repository,
        @Nullable String tag) {
    /**
     * Whether a text is meant as one.
     *
     * @param text any text
     * @return whether it starts like one
     */
    public static boolean isOne(String text) {
        return text.startsWith("pkg:oci/") || text.startsWith("pkg:docker/");
    }

    /**
     * Reads a package URL.
     *
     * @param text a package URL of one of these types
     * @return what it tells
     * @throws IllegalArgumentException if it is none, or its digest or repository cannot be one
     */
    public static ImagePurl parse(String text) {
        PackageURL url = parsed(text);
        String version = url.getVersion();
        Digest digest = version != null && version.startsWith("sha256:") ? Digest.parse(version) : null;
        Map<String, String> qualifiers = url.getQualifiers() == null ? Map.of() : url.getQualifiers();
        boolean isOci = url.getType().equals("oci");
        String repository = isOci ? ociRepository(url, qualifiers) : dockerRepository(url, qualifiers);
        String tag = !isOci && digest == null ? version : qualifiers.get("tag");
        return new ImagePurl(digest, repository == null ? null : ImageReference.parse(repository), tag);
    }

    /** The type {@code oci} names the whole repository, though some tools leave out its last part. */
    private static @Nullable String ociRepository(PackageURL url, Map<String, String> qualifiers) {
        String repository = qualifiers.get("repository_url");
        boolean isComplete = repository == null || repository.endsWith("/" + url.getName());
        return isComplete ? repository : repository + "/" + url.getName();
    }

    /** The type {@code docker} names the registry only. */
    private static String dockerRepository(PackageURL url, Map<String, String> qualifiers) {
        String name = url.getNamespace() == null ? url.getName() : url.getNamespace() + "/" + url.getName();
        return qualifiers.getOrDefault("repository_url", "docker.io") + "/" + name;
    }

    private static PackageURL parsed(String text) {
        try {
            return new PackageURL(text);
        } catch (MalformedPackageURLException e) {
            throw new IllegalArgumentException("'" + Text.quote(text) + "' is not a package URL", e);
        }
    }
}
