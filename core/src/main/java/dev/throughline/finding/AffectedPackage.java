package dev.throughline.finding;

import dev.throughline.model.AssetKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The package that a report of a vulnerability is about, as far as the report tells. Tools differ in qualifiers of package
 * URLs, in what they call a distribution, in epochs and in the letter before versions of Go, and some leave out the version
 * or know a package by its name only.
 *
 * @param name package URL without version, qualifiers and subpath, and of a system package without the distribution; or the
 *     name as the tool has it; null if unknown
 * @param version version without epoch; null if unknown
 * @param path file that declares it; null if unknown, or of no matter, as in an image
 */
record AffectedPackage(
        @Nullable String name,
        @Nullable String version,
        @Nullable String path) {
    private static final Pattern SYSTEM_PACKAGE = Pattern.compile("(pkg:(?:apk|deb|rpm)/)(?:[^/]+/)?([^/]+)");
    private static final Pattern VERSION_PREFIX = Pattern.compile("^(?:[0-9]+(?::|%3[Aa])|v(?=[0-9]))");
    private static final Comparator<Report> SAYS_MOST_FIRST =
            Comparator.comparingInt((Report report) -> -of(report).said()).thenComparing(Report::key);

    /** Groups reports of one vulnerability at one place. One that fits several groups is by itself: nobody knows which. */
    static List<List<Report>> together(List<Report> reports) {
        if (reports.size() == 1) {
            return List.of(reports);
        }
        List<List<Report>> groups = new ArrayList<>();
        for (Report report : reports.stream().sorted(SAYS_MOST_FIRST).toList()) {
            List<List<Report>> fitting = groups.stream()
                    .filter(group -> group.stream().allMatch(other -> of(report).fits(of(other))))
                    .toList();
            if (fitting.size() == 1) {
                fitting.get(0).add(report);
            } else {
                groups.add(new ArrayList<>(List.of(report)));
            }
        }
        return groups;
    }

    private static AffectedPackage of(Report report) {
        String text = report.weakness().packageName();
        boolean isFile = report.asset().mayBe(AssetKind.REPOSITORY);
        String path = isFile ? report.weakness().path() : null;
        if (text == null || !isPackageUrl(text)) {
            return new AffectedPackage(text == null ? null : text.replace(':', '/'), null, path);
        }
        String coordinates = text.split("[?#]", 2)[0];
        int at = coordinates.lastIndexOf('@');
        return at > coordinates.lastIndexOf('/')
                ? new AffectedPackage(name(coordinates.substring(0, at)), version(coordinates.substring(at + 1)), path)
                : new AffectedPackage(name(coordinates), null, path);
    }

    private static boolean isPackageUrl(String text) {
        return text.startsWith("pkg:");
    }

    private static String name(String coordinates) {
        return SYSTEM_PACKAGE.matcher(coordinates).replaceFirst("$1$2").replace("%40", "@");
    }

    private static String version(String text) {
        return VERSION_PREFIX.matcher(text).replaceFirst("");
    }

    private int said() {
        return (name == null ? 0 : 1) + (version == null ? 0 : 1) + (path == null ? 0 : 1);
    }

    private boolean fits(AffectedPackage other) {
        return fitsName(name, other.name) && fits(version, other.version) && fits(path, other.path);
    }

    /** A name alone is that of any package URL which ends with it: the vulnerability and the place are the same already. */
    private static boolean fitsName(@Nullable String a, @Nullable String b) {
        if (a == null || b == null || isPackageUrl(a) == isPackageUrl(b)) {
            return fits(a, b);
        }
        return isPackageUrl(a) ? a.endsWith("/" + b) : b.endsWith("/" + a);
    }

    private static boolean fits(@Nullable String a, @Nullable String b) {
        return a == null || b == null || Objects.equals(a, b);
    }
}
