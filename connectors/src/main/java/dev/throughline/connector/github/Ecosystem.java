package dev.throughline.connector.github;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.SoftwarePackage;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the names of packages in the ecosystems of the GitHub Advisory Database into package URLs. */
final class Ecosystem {
    private static final Map<String, String> PURL_TYPES = Map.ofEntries(
            Map.entry("actions", "githubactions"),
            Map.entry("composer", "composer"),
            Map.entry("erlang", "hex"),
            Map.entry("go", "golang"),
            Map.entry("maven", "maven"),
            Map.entry("npm", "npm"),
            Map.entry("nuget", "nuget"),
            Map.entry("pip", "pypi"),
            Map.entry("pub", "pub"),
            Map.entry("rubygems", "gem"),
            Map.entry("rust", "cargo"),
            Map.entry("swift", "swift"));

    private Ecosystem() {}

    /** The package without a version, which alerts do not tell; null in an ecosystem without package URLs. */
    static @Nullable SoftwarePackage softwarePackage(Fields alerted) {
        String ecosystem = alerted.text("ecosystem");
        String type = ecosystem == null ? null : PURL_TYPES.get(ecosystem.toLowerCase(Locale.ROOT));
        if (type == null) {
            return null;
        }
        String fullName = alerted.requiredText("name");
        int cut = type.equals("maven") ? fullName.indexOf(':') : fullName.lastIndexOf('/');
        String namespace = cut < 0 ? null : fullName.substring(0, cut);
        try {
            PackageURL purl = new PackageURL(type, namespace, fullName.substring(cut + 1), null, null, null);
            AssetKey key = AssetKey.of(AssetKind.SOFTWARE_PACKAGE, purl.canonicalize());
            String name = purl.getNamespace() == null ? purl.getName() : purl.getNamespace() + "/" + purl.getName();
            return new SoftwarePackage(key, type, name, null);
        } catch (MalformedPackageURLException e) {
            throw new WrongShape(alerted.pointer() + "/name", "expected the name of a package of its ecosystem");
        }
    }
}
