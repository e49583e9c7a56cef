package dev.throughline.connector.support;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.SoftwarePackage;
import dev.throughline.model.Text;

/**
 * A package named by its package URL.
 *
 * @param asset the package
 * @param purl canonical package URL
 */
public record PackageReference(SoftwarePackage asset, String purl) {
    /**
     * Reads a package URL.
     *
     * @param text a package URL, which need not be canonical
     * @return the package
     * @throws IllegalArgumentException if it is none
     */
    public static PackageReference parse(String text) {
        PackageReference canonical = CanonicalPackageUrl.read(text);
        return canonical == null ? parseAny(text) : canonical;
    }

    static PackageReference parseAny(String text) {
        try {
            PackageURL url = new PackageURL(text);
            String name = url.getNamespace() == null ? url.getName() : url.getNamespace() + "/" + url.getName();
            String purl = url.canonicalize();
            AssetKey key = AssetKey.of(AssetKind.SOFTWARE_PACKAGE, purl);
            return new PackageReference(new SoftwarePackage(key, url.getType(), name, url.getVersion()), purl);
        } catch (MalformedPackageURLException e) {
            throw new IllegalArgumentException("'" + Text.quote(text) + "' is not a package URL", e);
        }
    }

    /**
     * What tools agree on.
     *
     * @return the package URL without qualifiers and subpath
     */
    public String coordinates() {
        // Neither character stands in a canonical package URL for itself.
        int end = purl.indexOf('?') < 0 ? purl.indexOf('#') : purl.indexOf('?');
        return end < 0 ? purl : purl.substring(0, end);
    }

    /**
     * The key of the package.
     *
     * @return {@code package:<canonical package URL>}
     */
    public AssetKey key() {
        return asset.key();
    }
}
