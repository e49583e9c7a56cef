package dev.throughline.connector.support;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.SoftwarePackage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Package URLs that are canonical as they are written, as most are. They need not be taken apart and put together again, which
 * takes the library several times as long.
 */
final class CanonicalPackageUrl {
    /** Of types that no rule of their own applies to but the case of letters, of which there are only small ones. */
    private static final Pattern PLAIN =
            Pattern.compile("pkg:(apk|cargo|deb|gem|golang|maven(?=/[^/@?]++/)|npm|nuget|pypi|rpm)/"
                    + "((?:[a-z0-9.-]++/)*+[a-z0-9.-]++)"
                    + "(?:@((?:[a-z0-9.~-]|%2B)++))?+"
                    + "(?:\\?([a-z]++=[\\w.~-]++(?:&[a-z]++=[\\w.~-]++)*+))?+");

    private CanonicalPackageUrl() {}

    /** The package; null if the text is none of these, though it may be a package URL. */
    static @Nullable PackageReference read(String text) {
        Matcher parts = PLAIN.matcher(text);
        if (!parts.matches() || !isSorted(text, parts.start(4))) {
            return null;
        }
        String version = parts.group(3);
        AssetKey key = AssetKey.of(AssetKind.SOFTWARE_PACKAGE, text);
        SoftwarePackage asset = new SoftwarePackage(
                key, parts.group(1), parts.group(2), version == null ? null : version.replace("%2B", "+"));
        return new PackageReference(asset, text, parts.start(4) < 0 ? text : text.substring(0, parts.start(4) - 1));
    }

    /** Whether the names of the qualifiers, which begin at an index, are in order and each is there once. */
    private static boolean isSorted(String text, int from) {
        String last = "";
        for (int start = from; start > 0; start = text.indexOf('&', start) + 1) {
            String name = text.substring(start, text.indexOf('=', start));
            if (name.compareTo(last) <= 0) {
                return false;
            }
            last = name;
        }
        return true;
    }
}
