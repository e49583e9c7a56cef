package dev.throughline.connector.cyclonedx;

import com.google.common.collect.Iterables;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.PackageReference;
import dev.throughline.connector.support.sbom.Composition;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the references of a file lead to. A reference is the {@code bom-ref} of a component, or a BOM-Link (urn:cdx) that names
 * a file before it.
 */
final class Refs {
    private static final String LINK = "urn:cdx:";

    private final @Nullable String serial;
    private final @Nullable String root;
    private final Map<String, PackageReference> packages;

    private Refs(
            @Nullable String serialNumber,
            @Nullable String root,
            List<ReportedVulnerability> vulnerabilities,
            Composition composition) {
        this.serial = serialNumber == null ? null : serialNumber.replaceFirst("^urn:uuid:", "");
        this.root = root;
        Set<String> named = new HashSet<>();
        for (ReportedVulnerability vulnerability : vulnerabilities) {
            for (String ref : Iterables.concat(vulnerability.affected(), vulnerability.spared())) {
                String own = own(ref);
                if (own != null) {
                    named.add(own);
                }
            }
        }
        this.packages = composition.find(named);
    }

    /** The references of vulnerabilities of a file, which is given without its large arrays, into its packages. */
    static Refs of(Fields bom, List<ReportedVulnerability> vulnerabilities, Composition composition) {
        return new Refs(
                bom.text("serialNumber"),
                bom.object("metadata").object("component").text("bom-ref"),
                vulnerabilities,
                composition);
    }

    boolean isRoot(String ref) {
        return root != null && root.equals(own(ref));
    }

    /** The package of this file that a reference of a vulnerability leads to; null if it leads elsewhere. */
    @Nullable
    PackageReference find(String ref) {
        String own = own(ref);
        return own == null ? null : packages.get(own);
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
