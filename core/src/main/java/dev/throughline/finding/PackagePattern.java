package dev.throughline.finding;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Packages as a canonical package URL names them: of one name; of one version if it has one; with its qualifiers, such as an
 * architecture, if it has any.
 *
 * @param name package URL without version, qualifiers and subpath
 * @param version version; null for every one
 * @param qualifiers qualifiers as {@code key=value}
 */
record PackagePattern(String name, @Nullable String version, Set<String> qualifiers) {
    static PackagePattern of(String purl) {
        String whole = purl.split("#", 2)[0];
        int question = whole.indexOf('?');
        String coordinates = question < 0 ? whole : whole.substring(0, question);
        Set<String> qualifiers = question < 0
                ? Set.of()
                : Arrays.stream(whole.substring(question + 1).split("&")).collect(Collectors.toUnmodifiableSet());
        int at = coordinates.lastIndexOf('@');
        return at > coordinates.lastIndexOf('/')
                ? new PackagePattern(coordinates.substring(0, at), coordinates.substring(at + 1), qualifiers)
                : new PackagePattern(coordinates, null, qualifiers);
    }

    boolean fits(PackagePattern installed) {
        return name.equals(installed.name)
                && (version == null || version.equals(installed.version))
                && installed.qualifiers.containsAll(qualifiers);
    }
}
