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

    /**
     * Grype names image and layer in each result, {@code name@sha256:…@sha256:…:path}, or the layer alone; Snyk names the image
     * as if it were a file, {@code name@sha256_…}.
     */
    static @Nullable AssetKey ofResult(Fields result) {
        for (Fields location : result.list("locations")) {
            for (Fields logical : location.list("logicalLocations")) {
                String name = logical.text("fullyQualifiedName");
                Matcher digest = DIGEST.matcher(name == null ? "" : name);
                if (digest.find()) {
                    String image = digest.group(1);
                    return digest.find() ? image(image) : null;
                }
            }
            String uri = location.object("physicalLocation")
                    .object("artifactLocation")
                    .text("uri");
            Matcher digest = DIGEST.matcher(uri == null ? "" : uri);
            if (digest.find()) {
                return image(digest.group(1));
            }
        }
        return null;
    }

    private static AssetKey image(String hex) {
        return AssetKey.image(new Digest("sha256", hex));
    }
}
