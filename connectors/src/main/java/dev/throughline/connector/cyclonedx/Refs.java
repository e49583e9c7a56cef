package dev.throughline.connector.cyclonedx;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.PackageReference;
import dev.throughline.connector.support.sbom.Composition;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the references of a file lead to. A reference is the {@code bom-ref} of a component, or a BOM-Link (urn:cdx) that names
 * a file before it.
 */
final class Refs {
    private static final String LINK = "urn:cdx:";

    private final @Nullable String serial;
    private final @Nullable String root;
    private final Composition composition;

    private Refs(@Nullable String serialNumber, @Nullable String root, Composition composition) {
        this.serial = serialNumber == null ? null : serialNumber.replaceFirst("^urn:uuid:", "");
        this.root = root;
        this.composition = composition;
    }

    /** The references of a file, given without its large arrays, and its packages. */
    static Refs of(Fields bom, Composition composition) {
        return new Refs(
                bom.text("serialNumber"),
                bom.object("metadata").object("component").text("bom-ref"),
                composition);
    }

    boolean isRoot(String ref) {
        return root != null && root.equals(own(ref));
    }

    /** The package of this file that a reference leads to; null if it leads elsewhere. */
    @Nullable
    PackageReference find(String ref) {
        String own = own(ref);
        return own == null ? null : composition.find(own);
    }

    /** The package URL that a reference into another file holds, as tools write it; null if it holds none. */
    @Nullable
    String purl(String ref) {
        String target = ref.startsWith(LINK) ? target(ref) : ref;
        return target.startsWith("pkg:") ? target : null;
    }

    private @Nullable String own(String ref) {
        if (!ref.startsWith(LINK)) {
            return ref;
        }
        boolean isOwn = serial != null && ref.startsWith(LINK + serial + "/");
        return isOwn ? target(ref) : null;
    }

    private static String target(String link) {
        String fragment = link.substring(link.indexOf('#') + 1);
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment; // it was never encoded
        }
    }
}
