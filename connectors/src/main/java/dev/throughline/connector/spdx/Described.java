package dev.throughline.connector.spdx;

import dev.throughline.connector.support.sbom.DescribedImage;
import dev.throughline.model.AssetKey;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a package tells of itself, should the document turn out to be about it.
 *
 * @param image the image it is, as far as it is one
 * @param isContainer whether it says that it is a container
 * @param repository the repository it comes from; null if it names none
 */
record Described(
        DescribedImage image, boolean isContainer, @Nullable AssetKey repository) {
    /**
     * Reads the properties that every version has.
     *
     * @param name name; ko names an image by its digest
     * @param version version; Syft writes the digest of an image there
     * @param sha256 checksum; of a container the digest of its manifest
     * @param purpose primary purpose
     * @param download where it was downloaded from
     * @param notes free text, in which Trivy names an image
     * @throws IllegalArgumentException if a digest or a name of an image is none
     */
    static Described of(
            @Nullable String name,
            @Nullable String version,
            @Nullable String sha256,
            @Nullable String purpose,
            @Nullable String download,
            List<String> notes) {
        DescribedImage image = new DescribedImage();
        boolean isContainer =
                purpose != null && purpose.toLowerCase(Locale.ROOT).equals("container");
        if (name != null && name.startsWith("sha256:")) {
            image.digest(name);
        }
        if (isContainer) {
            image.called(name);
            if (version != null && version.startsWith("sha256:")) {
                image.digest(version);
            } else if (sha256 != null) {
                image.digest("sha256:" + sha256);
            }
            notes.forEach(note -> note(note, image));
        }
        return new Described(image, isContainer, repository(download));
    }

    private static void note(String note, DescribedImage image) {
        int colon = note.indexOf(": ");
        String value = note.substring(colon + 2);
        switch (colon < 0 ? "" : note.substring(0, colon)) {
            case "ImageID" -> image.configuration(value);
            case "RepoDigest" -> image.held(value);
            case "RepoTag" -> image.tag(value);
            default -> {}
        }
    }

    /** A download may be an archive from anywhere; only what names Git is a repository. */
    private static @Nullable AssetKey repository(@Nullable String download) {
        if (download == null || !download.startsWith("git")) {
            return null;
        }
        try {
            return AssetKey.repository(download);
        } catch (IllegalArgumentException e) {
            return null; // such as a repository of one segment, which nobody else would name so
        }
    }

    boolean tells() {
        return isContainer || image.isKnown() || repository != null;
    }
}
