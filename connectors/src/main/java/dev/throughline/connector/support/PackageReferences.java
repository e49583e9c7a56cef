package dev.throughline.connector.support;

import org.jspecify.annotations.Nullable;

/**
 * Reads package URLs of a report, in which findings of one package follow each other. Not for use by several threads at once.
 */
public final class PackageReferences {
    private String last = "";
    private @Nullable PackageReference reference;

    /** A reader that has read none yet. */
    public PackageReferences() {}

    /**
     * Reads a package URL.
     *
     * @param text a package URL, which need not be canonical
     * @return the package
     * @throws IllegalArgumentException if it is none
     */
    public PackageReference parse(String text) {
        PackageReference known = reference;
        if (known == null || !last.equals(text)) {
            known = PackageReference.parse(text);
            reference = known;
            last = text;
        }
        return known;
    }
}
