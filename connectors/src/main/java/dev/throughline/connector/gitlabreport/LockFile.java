package dev.throughline.connector.gitlabreport;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.throughline.connector.support.PackageReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Files that declare packages: by their names the names in them become package URLs. */
final class LockFile {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("Cargo.lock", "cargo"),
            Map.entry("Gemfile.lock", "gem"),
            Map.entry("Pipfile", "pypi"),
            Map.entry("Pipfile.lock", "pypi"),
            Map.entry("build.gradle", "maven"),
            Map.entry("build.gradle.kts", "maven"),
            Map.entry("build.sbt", "maven"),
            Map.entry("composer.lock", "composer"),
            Map.entry("conan.lock", "conan"),
            Map.entry("gems.locked", "gem"),
            Map.entry("go.mod", "golang"),
            Map.entry("go.sum", "golang"),
            Map.entry("gradle.lockfile", "maven"),
            Map.entry("npm-shrinkwrap.json", "npm"),
            Map.entry("package-lock.json", "npm"),
            Map.entry("packages.lock.json", "nuget"),
            Map.entry("pnpm-lock.yaml", "npm"),
            Map.entry("poetry.lock", "pypi"),
            Map.entry("pom.xml", "maven"),
            Map.entry("requirements.txt", "pypi"),
            Map.entry("setup.py", "pypi"),
            Map.entry("uv.lock", "pypi"),
            Map.entry("yarn.lock", "npm"));

    private LockFile() {}

    /** The package; null if the name of the file does not tell whose it is, or the name of the package cannot be one there. */
    static @Nullable PackageReference reference(String path, String name, @Nullable String version) {
        String type = TYPES.get(path.substring(path.lastIndexOf('/') + 1));
        if (type == null) {
            return null;
        }
        String full = name.replace(':', '/');
        int slash = full.lastIndexOf('/');
        try {
            PackageURL url = new PackageURL(
                    type,
                    slash < 0 ? null : full.substring(0, slash),
                    full.substring(slash + 1),
                    version == null || version.isBlank() ? null : version,
                    null,
                    null);
            return PackageReference.parse(url.canonicalize());
        } catch (MalformedPackageURLException e) {
            return null;
        }
    }
}
