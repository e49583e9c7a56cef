package dev.throughline.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import dev.throughline.model.AssetKey;
import dev.throughline.model.AssetKind;
import dev.throughline.model.Digest;
import dev.throughline.model.ImageReference;
import dev.throughline.model.RelationType;
import dev.throughline.model.SignatureState;
import dev.throughline.model.WeaknessType;
import java.util.Map;

/** An estate that goes on with an image. */
@CheckReturnValue
public final class ImageStep extends SmallEstate {
    private final AssetKey image;

    ImageStep(EstateFacts facts, AssetKey image) {
        super(facts.with(image, Map.of()));
        this.image = image;
    }

    private ImageStep and(EstateFacts more) {
        return new ImageStep(more, image);
    }

    /**
     * Puts a label into the configuration of the image.
     *
     * @param name name of the label, such as {@code org.opencontainers.image.source}
     * @param value its value
     * @return this estate with the label
     */
    public ImageStep labelled(String name, String value) {
        return and(facts.plus(image, "labels", name + "=" + value));
    }

    /**
     * Names the image's configuration, which some runtimes report instead of the manifest.
     *
     * @param configuration digest of the configuration
     * @return this estate with the configuration
     */
    public ImageStep configuredBy(Digest configuration) {
        return and(facts.with(image, Map.of("configDigest", configuration.toString()))
                .with(AssetKey.image(configuration), Map.of()));
    }

    /**
     * Makes the image a platform's variant of an index.
     *
     * @param index digest of the index
     * @return this estate with the index
     */
    public ImageStep variantOf(Digest index) {
        AssetKey key = AssetKey.of(AssetKind.IMAGE_INDEX, index.toString());
        return and(facts.with(key, Map.of()).with(image, RelationType.VARIANT_OF, key));
    }

    /**
     * Lets a tag point at the image.
     *
     * @param reference a reference with a tag, such as {@code ghcr.io/acme/shop:1.4.2}
     * @return this estate with the tag
     */
    public ImageStep tagged(String reference) {
        return and(facts.with(AssetKey.imageTag(ImageReference.parse(reference)), RelationType.TAGGED, image));
    }

    /**
     * Lets provenance (SLSA) say that the image was built from a commit.
     *
     * @param signature what is known of its signature
     * @param repository address of the repository, as the document writes it
     * @param commit full object name
     * @return this estate with the attestation
     */
    public ImageStep attested(SignatureState signature, String repository, String commit) {
        AssetKey attestation = AssetKey.of(
                AssetKind.ATTESTATION,
                SmallEstate.digest(image + " " + signature + " " + repository + " " + commit)
                        .toString());
        return and(facts.with(
                        attestation,
                        Map.of(
                                "predicateType", "https://slsa.dev/provenance/v1",
                                "sourceRepository", repository,
                                "sourceRevision", commit,
                                "signature", signature))
                .with(image, RelationType.DESCRIBED_BY, attestation));
    }

    /**
     * Lets a scanner report a vulnerability in the image.
     *
     * @param cve id of the vulnerability
     * @param cvssScore its base score, 0.0 to 10.0
     * @return this estate with the report
     */
    public ImageStep vulnerableTo(String cve, double cvssScore) {
        AssetKey weakness = AssetKey.of(
                AssetKind.WEAKNESS, SmallEstate.digest(image + " " + cve).hex());
        AssetKey vulnerability = AssetKey.vulnerability(cve);
        return and(facts.with(weakness, Map.of("title", cve, "type", WeaknessType.CONTAINER_IMAGE))
                .with(vulnerability, Map.of("cvssScore", cvssScore))
                .with(weakness, RelationType.AFFECTS, image)
                .with(weakness, RelationType.INSTANCE_OF, vulnerability));
    }
}
