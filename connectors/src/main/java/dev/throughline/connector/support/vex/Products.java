package dev.throughline.connector.support.vex;

import dev.throughline.connector.support.PackageReference;
import dev.throughline.connector.support.sbom.ImagePurl;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The products of a statement, those together that it limits to the same packages. Every method that takes a name throws an
 * {@link IllegalArgumentException} for one that names nothing other sources would know.
 */
public final class Products {
    private final Map<Set<AssetKey>, Set<AssetKey>> byPackages = new LinkedHashMap<>();

    /**
     * Adds a product.
     *
     * @param product its key: an image, registry repository, repository or package
     * @param packages keys of the packages in it that the statement is about; none if it is about all of it
     */
    public void add(AssetKey product, Set<AssetKey> packages) {
        byPackages.computeIfAbsent(Set.copyOf(packages), any -> new TreeSet<>()).add(product);
    }

    /**
     * Whether there is none.
     *
     * @return whether no product was added
     */
    public boolean isEmpty() {
        return byPackages.isEmpty();
    }

    /** By the packages that a statement is limited to, the products. */
    Map<Set<AssetKey>, Set<AssetKey>> byPackages() {
        return byPackages;
    }

    /**
     * The product that a package URL names.
     *
     * @param purl an image by its digest or by the repository of its registry, a repository of GitHub, or a package
     * @return its key
     */
    public static AssetKey key(String purl) {
        if (ImagePurl.isOne(purl)) {
            return image(purl);
        }
        PackageReference reference = PackageReference.parse(purl);
        String type = reference.asset().type();
        boolean isRepository = "github".equals(type) && reference.asset().version() == null;
        return isRepository
                ? AssetKey.repository("github.com/" + reference.asset().name())
                : reference.key();
    }

    private static AssetKey image(String purl) {
        ImagePurl image = ImagePurl.parse(purl);
        if (image.digest() != null) {
            return AssetKey.image(image.digest());
        }
        if (image.repository() == null || image.tag() != null) {
            throw new IllegalArgumentException(
                    "an image without a digest, and without a registry that holds all of which it could speak");
        }
        return AssetKey.of(AssetKind.REGISTRY_REPOSITORY, image.repository().repository());
    }
}
