package dev.throughline.connector.gitlabreport;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.ImageNames;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import dev.throughline.model.ContainerImage;
import dev.throughline.model.ImageReference;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Findings in images: of {@code container_scanning} and {@code cluster_image_scanning}. */
final class ImageFindings {
    private final Packages packages;
    private final @Nullable AssetKey repository;
    private int withoutPlace;

    ImageFindings(Scan scan, @Nullable AssetKey repository) {
        this.packages = new Packages(scan);
        this.repository = repository;
    }

    void read(Fields finding, FactSink sink) {
        AssetKey image = image(finding.object("location"), sink);
        AssetKey place = image == null ? repository : image;
        if (place == null) {
            withoutPlace++;
            throw new WrongShape(
                    finding.pointer() + "/location/image",
                    "the image has no digest, so it is unknown, and so is the repository that built it");
        }
        new VulnerablePackage(finding, packages).readInImage(place, sink);
    }

    List<String> gaps() {
        return withoutPlace == 0
                ? List.of()
                : List.of(withoutPlace + " findings are in images without a digest;"
                        + " name the repository with GitLabReportConnector.repository");
    }

    /** The image, if its reference has a digest: a tag may have moved since. */
    private static @Nullable AssetKey image(Fields location, FactSink sink) {
        String text = location.text("image");
        if (text == null || !text.contains("@")) {
            return null;
        }
        ImageReference reference = ImageReference.parse(text);
        AssetKey image = ImageNames.held(reference, sink);
        sink.accept(new ContainerImage(image, null, null, null, null, null, null, null, null));
        if (reference.tag() != null) {
            ImageNames.tagged(reference, Set.of(image), sink);
        }
        return image;
    }
}
