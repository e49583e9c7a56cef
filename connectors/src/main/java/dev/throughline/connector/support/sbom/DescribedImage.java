package dev.throughline.connector.support.sbom;

import dev.throughline.connector.support.ImageNames;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import dev.throughline.model.Text;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The image that a document describes, put together from the names the document has for it. Every method that takes a name
 * throws an {@link IllegalArgumentException} for what is none.
 */
public final class DescribedImage {
    /** Without a host in front, a name may as well be that of a folder or of an archive that was scanned. */
    private static final Pattern WITH_REGISTRY = Pattern.compile("(?:[a-z0-9][^/]*[.:][^/]*|localhost)/.+");

    private final Set<Digest> digests = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    private final Map<String, ImageReference> held = new TreeMap<>();
    private final Map<String, ImageReference> tags = new TreeMap<>();
    private @Nullable Digest configuration;

    /**
     * The digest of its manifest.
     *
     * @param text {@code sha256:<64 hex>}
     */
    public void digest(String text) {
        digests.add(Digest.parse(text));
    }

    /**
     * The digest of its configuration.
     *
     * @param text {@code sha256:<64 hex>}
     */
    public void configuration(String text) {
        configuration = Digest.parse(text);
    }

    /**
     * A reference by which a registry holds it.
     *
     * @param text {@code ghcr.io/acme/shop@sha256:<64 hex>}
     */
    public void held(String text) {
        ImageReference reference = ImageReference.parse(text);
        if (reference.digest() == null) {
            throw new IllegalArgumentException("'" + Text.quote(text) + "' has no digest");
        }
        held(reference, reference.digest());
    }

    private void held(ImageReference reference, Digest digest) {
        digests.add(digest);
        ImageReference named = new ImageReference(reference.registry(), reference.name(), null, digest);
        held.put(named.toString(), named);
    }

    /**
     * A tag that points at it.
     *
     * @param text {@code ghcr.io/acme/shop:1.4.2}
     */
    public void tag(String text) {
        ImageReference reference = ImageReference.parse(text);
        tags.put(reference.toString(), reference);
    }

    /**
     * What the user asked to be described. A reference without a registry tells nothing.
     *
     * @param name a reference, a path, or anything else
     */
    public void called(@Nullable String name) {
        if (name == null || !WITH_REGISTRY.matcher(name).matches()) {
            return;
        }
        try {
            ImageReference reference = ImageReference.parse(name);
            if (reference.digest() != null) {
                digests.add(reference.digest());
            }
            if (reference.tag() != null) {
                tags.put(reference.toString(), reference);
            }
        } catch (IllegalArgumentException e) {
            return; // a name may be anything
        }
    }

    /**
     * A package URL of type {@code oci} or {@code docker}. One without a digest tells nothing.
     *
     * @param text a package URL
     */
    public void purl(String text) {
        ImagePurl purl = ImagePurl.parse(text);
        if (purl.digest() == null) {
            return;
        }
        digests.add(purl.digest());
        if (purl.repository() != null) {
            held(purl.repository(), purl.digest());
            if (purl.tag() != null) {
                tag(purl.repository().repository() + ":" + purl.tag());
            }
        }
    }

    /**
     * Whether any digest of it is known.
     *
     * @return whether there is one, of a manifest or a configuration
     */
    public boolean isKnown() {
        return !digests.isEmpty() || configuration != null;
    }

    /**
     * Says what is known of the image.
     *
     * @param sink takes it
     * @return the image, by the digests of its manifests, else by that of its configuration
     * @throws IllegalStateException if it is not {@linkplain #isKnown known}
     */
    public Subject describe(FactSink sink) {
        Set<AssetKey> images = new TreeSet<>();
        digests.forEach(digest -> images.add(AssetKey.image(digest)));
        if (images.isEmpty()) {
            if (configuration == null) {
                throw new IllegalStateException("no digest of the image is known");
            }
            images.add(AssetKey.image(configuration));
        }
        String config = configuration == null ? null : configuration.toString();
        images.forEach(
                image -> sink.accept(new ContainerImage(image, config, null, null, null, null, null, null, null)));
        held.values().forEach(reference -> ImageNames.held(reference, sink));
        tags.values().forEach(reference -> ImageNames.tagged(reference, images, sink));
        return Subject.image(images);
    }
}
