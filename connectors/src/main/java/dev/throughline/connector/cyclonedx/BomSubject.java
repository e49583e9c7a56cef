package dev.throughline.connector.cyclonedx;

import dev.throughline.connector.support.Fields;
import dev.throughline.connector.support.Records;
import dev.throughline.connector.support.WrongShape;
import dev.throughline.connector.support.sbom.DescribedImage;
import dev.throughline.connector.support.sbom.ImagePurl;
import dev.throughline.connector.support.sbom.Subject;
import dev.throughline.fact.FactSink;
import dev.throughline.model.AssetKey;
import org.jspecify.annotations.Nullable;

/** Finds out what a file describes, from {@code metadata.component}. */
final class BomSubject {
    private final Fields component;
    private final @Nullable AssetKey repository;

    BomSubject(Fields component, @Nullable AssetKey repository) {
        this.component = component;
        this.repository = repository;
    }

    Subject read(FactSink sink) {
        Subject image = image(sink);
        if (image != null) {
            return image;
        }
        if (isContainer()) {
            throw new WrongShape(component.pointer(), "a container without a digest, so the image is unknown");
        }
        return Subject.repository(repository());
    }

    /** The image; null if it describes none, or one without a digest. */
    @Nullable
    Subject image(FactSink sink) {
        DescribedImage image = new DescribedImage();
        if (component.isAbsent()) {
            return null;
        }
        Records.one(component, sink, (c, facts) -> purl(c, image));
        if (isContainer()) {
            names(image, sink);
        }
        return image.isKnown() ? image.describe(sink) : null;
    }

    private boolean isContainer() {
        return "container".equals(component.text("type"));
    }

    private static void purl(Fields component, DescribedImage image) {
        String purl = component.text("purl");
        if (purl != null && ImagePurl.isOne(purl)) {
            image.purl(purl);
        }
    }

    private void names(DescribedImage image, FactSink sink) {
        Records.each(component.list("properties"), sink, (property, facts) -> property(property, image));
        String version = component.text("version");
        if (version != null && version.startsWith("sha256:")) {
            Records.one(component.get("version"), sink, (digest, facts) -> image.digest(digest.text()));
        }
        image.called(component.text("name"));
    }

    private static void property(Fields property, DescribedImage image) {
        String value = property.text("value");
        if (value == null || value.isBlank()) {
            return;
        }
        switch (property.requiredText("name")) {
            case "aquasecurity:trivy:RepoDigest" -> image.held(value);
            case "aquasecurity:trivy:RepoTag" -> image.tag(value);
            case "aquasecurity:trivy:ImageID" -> image.configuration(value);
            default -> {}
        }
    }

    private AssetKey repository() {
        if (repository != null) {
            return repository;
        }
        for (Fields reference : component.list("externalReferences")) {
            String url = reference.text("url");
            if ("vcs".equals(reference.text("type")) && url != null) {
                try {
                    return AssetKey.repository(url);
                } catch (IllegalArgumentException e) {
                    throw new WrongShape(reference.pointer() + "/url", String.valueOf(e.getMessage()));
                }
            }
        }
        throw new WrongShape(
                "/metadata/component",
                "it describes neither an image nor a repository that is known; name the repository with"
                        + " CycloneDxConnector.repository");
    }
}
