package dev.throughline.connector.support;

import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.SoftwarePackage;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Package URLs that are canonical as they are written, as most are: of a few types that no rule of their own applies to but the
 * case of letters, with small ones only. They need not be taken apart and put together again, which takes the library many times
 * as long.
 */
final class CanonicalPackageUrl {
    private static final String SCHEME = "pkg:";
    private static final Set<String> TYPES =
            Set.of("apk", "cargo", "deb", "gem", "golang", "maven", "npm", "nuget", "pypi", "rpm");

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";
    private static final boolean[] OF_QUALIFIERS = table(LETTERS);
    private static final boolean[] OF_NAMES = table(LETTERS + DIGITS + ".-");
    private static final boolean[] OF_VERSIONS = table(LETTERS + DIGITS + ".-~");
    private static final boolean[] OF_VALUES = table(LETTERS + LETTERS.toUpperCase(Locale.ROOT) + DIGITS + ".-~_");

    private final String text;
    private int at;
    private boolean isCanonical = true;

    private CanonicalPackageUrl(String text, int start) {
        this.text = text;
        this.at = start;
    }

    /** The package; null if the text is none of these, though it may be a package URL. */
    static @Nullable PackageReference read(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.startsWith(SCHEME)) {
            return null;
        }
        String type = text.substring(SCHEME.length(), slash);
        return TYPES.contains(type) ? new CanonicalPackageUrl(text, slash + 1).of(type) : null;
    }

    private @Nullable PackageReference of(String type) {
        int start = at;
        names();
        String name = text.substring(start, at);
        int nameEnd = at;
        version();
        int end = at;
        qualifiers();
        boolean isNamed = !type.equals("maven") || name.indexOf('/') > 0;
        if (!isCanonical || !isNamed || at < text.length()) {
            return null;
        }
        AssetKey key = AssetKey.of(AssetKind.SOFTWARE_PACKAGE, text);
        String version =
                end == nameEnd ? null : text.substring(nameEnd + 1, end).replace("%2B", "+");
        return new PackageReference(new SoftwarePackage(key, type, name, version), text);
    }

    private void names() {
        do {
            pass(OF_NAMES);
        } while (next('/'));
    }

    private void version() {
        if (next('@')) {
            int start = at;
            while (stands(OF_VERSIONS) || text.startsWith("%2B", at)) {
                at += stands(OF_VERSIONS) ? 1 : "%2B".length();
            }
            isCanonical &= at > start;
        }
    }

    /** Their names are in order, and each is there once. */
    private void qualifiers() {
        int last = at;
        int lastEnd = at;
        for (boolean more = next('?'); more; more = next('&')) {
            int start = at;
            pass(OF_QUALIFIERS);
            int end = at;
            isCanonical &= isBefore(last, lastEnd, start, end) && next('=');
            pass(OF_VALUES);
            last = start;
            lastEnd = end;
        }
    }

    /** Whether one part of the text comes before another in order. */
    private boolean isBefore(int start, int end, int otherStart, int otherEnd) {
        int length = Math.min(end - start, otherEnd - otherStart);
        for (int i = 0; i < length; i++) {
            char here = text.charAt(start + i);
            char there = text.charAt(otherStart + i);
            if (here != there) {
                return here < there;
            }
        }
        return end - start < otherEnd - otherStart;
    }

    /** Passes over characters of a kind, of which there is one at least. */
    private void pass(boolean[] kind) {
        int start = at;
        int length = text.length();
        while (at < length && isOf(kind, text.charAt(at))) {
            at++;
        }
        isCanonical &= at > start;
    }

    private static boolean isOf(boolean[] kind, char c) {
        return c < kind.length && kind[c];
    }

    private boolean stands(boolean[] kind) {
        return at < text.length() && isOf(kind, text.charAt(at));
    }

    private boolean next(char c) {
        boolean stands = at < text.length() && text.charAt(at) == c;
        at += stands ? 1 : 0;
        return stands;
    }

    private static boolean[] table(String characters) {
        boolean[] table = new boolean[128];
        for (int i = 0; i < characters.length(); i++) {
            table[characters.charAt(i)] = true;
        }
        return table;
    }
}
