package dev.throughline.connector.sarif;

import dev.throughline.connector.support.Fields;
import dev.throughline.model.AssetKey;
import dev.throughline.model.Digest;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the image that was scanned, for which SARIF has no place and each tool another. */
final class ImageDigests {
    private static final Pattern DIGEST = Pattern.compile("@sha256[:_]([0-9a-f]{64})");

    private ImageDigests() {}

    /** Trivy names the image in the properties of the run: by the digests of its repositories, else by its id. */
    static Set<AssetKey> ofRun(Fields properties) {
        Set<AssetKey> images = new TreeSet<>();
        if (properties.get("repoDigests").node().isArray()) {
            for (Fields digest : properties.list("repoDigests")) {
                Matcher matcher = DIGEST.matcher(digest.text());
                if (matcher.find()) {
                    images.add(image(matcher.group(1)));
                }
            }
        }
        Matcher id = DIGEST.matcher("@" + properties.get("imageID").node().asText());
        if (images.isEmpty() && id.matches()) {
            images.add(image(id.group(1)));
        }
        return images;
    }

    /** Whether a name or address holds a digest. */
    static boolean isIn(String text) {
        return text.contains("@sha256") && DIGEST.matcher(text).find();
    }

    /**
     * Grype names image and layer in a logical location, {@code name@sha256:…@sha256:…:path}, or the layer alone; Snyk names the
     * image as if it were a file, {@code name@sha256_…}.
     */
    static @Nullable AssetKey of(String text, boolean withLayer) {
        Matcher digest = DIGEST.matcher(text);
        String image = digest.find() ? digest.group(1) : null;
        return image == null || (withLayer && !digest.find()) ? null : image(image);
    }

    private static AssetKey image(String hex) {
        return AssetKey.image(new Digest("sha256", hex));
    }
}
